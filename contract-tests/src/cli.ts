#!/usr/bin/env node
// `npm run contract`: the command with the arguments, the environment and the terminal of this process.
import { refusalOfNode } from '../../foundation/commands/node-version.ts';
import manifest from '../package.json' with { type: 'json' };

const refusal = refusalOfNode('The command', manifest.engines.node);
if (refusal !== undefined) {
  console.error(refusal);
  // As for everything else that keeps it from judging.
  process.exitCode = 2;
} else {
  const { runCommand } = await import('./command.ts');
  const { createInterruption } = await import('./run/interruption.ts');
  const { progressOn } = await import('./run/progress.ts');
  const interruption = createInterruption();
  // The first Ctrl-C lets the run put in order what it has made; the second ends it at once.
  process.once('SIGINT', () => {
    console.error('\nEnding: what the run has made is removed. Ctrl-C again ends at once.');
    interruption.request();
  });
  process.exitCode = await runCommand(process.argv.slice(2), process.env, {
    line: (text) => console.log(text),
    failure: (text) => console.error(text),
    progress: progressOn(process.stderr),
    interruption,
  });
}
