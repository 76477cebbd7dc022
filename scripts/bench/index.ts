// `npm run bench [-- sandbox|client|docs …]`: runs every measurement, or the named ones, one after the other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The programs of each measurement. */
const benches: Record<string, string[]> = {
  sandbox: ['sandbox', 'start-up'],
  client: ['client'],
  docs: ['docs'],
};
const names = Object.keys(benches);

const usage = `Usage: npm run bench [-- ${names.join('|')} …]`;

const wanted = process.argv.slice(2);
if (wanted.includes('--help')) {
  console.log(usage);
  process.exit(0);
}
const unknown = wanted.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`There is no measurement "${unknown}". ${usage}`);
  process.exit(2);
}

const programs = (wanted.length > 0 ? wanted : names).flatMap((name) => benches[name] ?? []);
for (const program of programs) {
  const child = spawn(process.execPath, [new URL(`${program}.ts`, import.meta.url).pathname], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) process.exitCode = 1;
}
