// `npm run bench [-- sandbox|client|docs …]`: runs every measurement, or the named ones, one after the other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const benches = ['sandbox', 'client', 'docs'];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !benches.includes(name));
if (unknown !== undefined) {
  console.error(`There is no measurement "${unknown}". Usage: npm run bench [-- ${benches.join('|')} …]`);
  process.exit(2);
}

for (const name of wanted.length > 0 ? wanted : benches) {
  const child = spawn(process.execPath, [new URL(`${name}.ts`, import.meta.url).pathname], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) process.exitCode = 1;
}
