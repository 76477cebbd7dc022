// How a command reads its arguments, explains itself, fails and ends.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { readPort } from './serving.ts';

/** Says what is wrong with the arguments that a command was given. */
export class Misused extends Error {}

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options }>
>['values'];

/**
 * Runs a command with the arguments of this process, and sets its exit code: 1 when it fails, 2 when it is misused,
 * which also prints the usage. `--help` prints nothing but the usage.
 * @param command `words`: whether it takes arguments that are no options
 * @param run gets the values of the options and the words; gives the exit code
 */
export async function runCommand<const Options extends ParseArgsOptionsConfig>(
  command: { usage: string; options?: Options; words?: boolean },
  run: (values: Values<Options>, words: string[]) => number | Promise<number>,
): Promise<void> {
  const { usage, options, words = false } = command;
  try {
    const help = { type: 'boolean', default: false } as const;
    const read = parseArgs({ options: { ...options, help }, allowPositionals: words });
    if (read.values.help) console.log(usage);
    else process.exitCode = await run(read.values as unknown as Values<Options>, read.positionals);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const isMisused = error instanceof Misused || code?.startsWith('ERR_PARSE_ARGS');
    console.error(isMisused ? `${message}\n${usage}` : message);
    process.exitCode = isMisused ? 2 : 1;
  }
}

/** The port that an option names. @throws Misused */
export function portOf(option: string, text: string): number {
  const port = readPort(text);
  if (port === undefined) throw new Misused(`${option} takes a number up to 65535.`);
  return port;
}
