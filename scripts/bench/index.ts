// `npm run bench [-- sandbox|client|docs …]`: runs every measurement, or the named ones, one after the other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Misused, runCommand } from '../../foundation/commands/command.ts';

/** The programs of each measurement. */
const benches: Record<string, string[]> = {
  sandbox: ['sandbox', 'start-up'],
  client: ['client'],
  docs: ['docs'],
};
const names = Object.keys(benches);

const usage = `Usage: npm run bench [-- ${names.join('|')} …]`;

await runCommand({ usage, words: true }, async (_, wanted) => {
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Misused(`There is no measurement "${unknown}".`);
  let code = 0;
  for (const program of (wanted.length > 0 ? wanted : names).flatMap((name) => benches[name] ?? [])) {
    const child = spawn(process.execPath, [new URL(`${program}.ts`, import.meta.url).pathname], {
      stdio: 'inherit',
    });
    const [ended] = await once(child, 'exit');
    if (ended !== 0) code = 1;
  }
  return code;
});
