// How a program is started with a mutant in it: by the hook for one of the source, by a proxy of its own for the others.
import { fileURLToPath } from 'node:url';
import { variable } from './hook.ts';
import { changesOfSource, isOfSource, type Mutant } from './mutant.ts';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface Child {
  /** For Node.js. */
  args: string[];
  env: NodeJS.ProcessEnv;
}

function withHook(mutant: Mutant | undefined, args: readonly string[]): Child {
  const change = mutant && isOfSource(mutant) ? { [variable]: JSON.stringify(changesOfSource(mutant)) } : {};
  return {
    args: ['--import', new URL('hook.ts', import.meta.url).href, ...args],
    env: { ...process.env, ...change },
  };
}

/** The runner against the sandbox with a mutant, or as it is. @param args of the runner */
export const runnerWith = (mutant: Mutant | undefined, args: readonly string[]): Child =>
  withHook(mutant, [
    ...(mutant && !isOfSource(mutant) ? [file('behind-proxy.ts'), mutant.id] : [file('../src/cli.ts')]),
    ...args,
  ]);

/** The sandbox with a mutant, or as it is, to be asked by whoever likes. @param port a free one when it is 0 */
export const serverWith = (mutant: Mutant | undefined, port: number): Child =>
  withHook(mutant, [file('serve.ts'), String(port), ...(mutant && !isOfSource(mutant) ? [mutant.id] : [])]);
