// `npm run contract`: the command with the arguments, the environment and the terminal of this process.
import { runCommand } from './command.ts';
import { progressOn } from './run/progress.ts';

process.exitCode = await runCommand(process.argv.slice(2), process.env, {
  line: (text) => console.log(text),
  failure: (text) => console.error(text),
  progress: progressOn(process.stderr),
});
