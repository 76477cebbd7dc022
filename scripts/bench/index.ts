// `npm run bench [-- NAME…]`: runs the measurements one after the other, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fileOf = (name: string) => fileURLToPath(new URL(`${name}.ts`, import.meta.url));
const all = ['sandbox', 'client', 'docs'].filter((name) => existsSync(fileOf(name)));

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !all.includes(name));
if (unknown) {
  console.error(`There is no measurement "${unknown}"; there are ${all.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : all) {
    console.log(`\n=== ${name}`);
    const { status } = spawnSync(process.execPath, [fileOf(name)], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
