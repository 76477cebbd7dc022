// Loaded by `--import` before the runner: gives one module of the sandbox to Node.js with one change in its text.
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../foundation/reader/paths.ts';
import type { Change } from './mutant.ts';

/** The variable of the environment that holds the changes as JSON. */
export const variable = 'CONTRACT_MUTANT';

/** @throws Error when the text to be changed does not stand exactly once in the source. */
export function changed(source: string, { file, from, to }: Change): string {
  const [before = '', after, more] = source.split(from);
  if (after === undefined || more !== undefined) {
    throw new Error(`${file} does not have this exactly once: ${from}`);
  }
  return before + to + after;
}

const ordered = process.env[variable];
if (ordered !== undefined) {
  const changes = Map.groupBy(
    JSON.parse(ordered) as Change[],
    ({ file }) => pathToFileURL(join(root, file)).href,
  );
  registerHooks({
    load: (url, context, next) => {
      const module = next(url, context);
      // The types are still in the text: Node.js takes them out of whatever this gives back.
      const source = changes.get(url)?.reduce(changed, String(module.source));
      return source === undefined ? module : { ...module, source };
    },
  });
}
