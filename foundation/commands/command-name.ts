// How a command is called: in a clone of the project by npm, where its package is installed as a program.

const inClone = import.meta.filename.endsWith('.ts');

export interface CommandName {
  /** Starts the command, without any options. */
  start: string;
  /** Stands before the options in every usage text. */
  withOptions: string;
}

/**
 * Names a command as its reader has to type it.
 * @param script the npm script of the clone, such as `sandbox`.
 * @param program the program that the package brings, such as `irandargah-sandbox`.
 */
export function commandName(script: string, program: string): CommandName {
  const start = inClone ? `npm run ${script}` : `npx ${program}`;
  return { start, withOptions: inClone ? `${start} --` : start };
}
