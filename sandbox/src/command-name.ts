// How the sandbox is called: in a clone of the project by npm, where it is installed as a program.

/** Stands before the options in every usage text. */
export const commandName = import.meta.filename.endsWith('.ts')
  ? 'npm run sandbox --'
  : 'npx irandargah-sandbox';
