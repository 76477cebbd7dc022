// How the sandbox is called: in a clone of the project by npm, where it is installed as a program.

const inClone = import.meta.filename.endsWith('.ts');

/** Starts the sandbox, without any options. */
export const startCommand = inClone ? 'npm run sandbox' : 'npx irandargah-sandbox';

/** Stands before the options in every usage text. */
export const commandName = inClone ? `${startCommand} --` : startCommand;
