// What the command line asks for.
import { parseArgs } from 'node:util';
import { publishedDocument } from './bench.ts';

export interface Options {
  help: boolean;
  /** The tools to try by the names of their folders; all when empty. */
  only: string[];
  /** Write what was found into the documentation. */
  write: boolean;
  /** The document that the tools get. */
  document: string;
}

export const usage = `npm run compat -- [--only NAME,NAME] [--write] [--document FILE]

Gives the published document to everybody's generators, compiles what they make, and pays with it in the sandbox.
  --only NAME,NAME  only these tools, by their folders in compat/tools/
  --write           write what was found to docs/compatibility/, from which the table in the guides is made
  --document FILE   another document than generated/openapi.en.yaml, to see what a change of it would do`;

/** @throws Error for a word that nobody knows. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
      document: { type: 'string', default: publishedDocument },
    },
  });
  if (values.write && values.document !== publishedDocument) {
    throw new Error('Only what comes of the published document belongs into the documentation.');
  }
  return { ...values, only: values.only.split(',').filter(Boolean) };
}
