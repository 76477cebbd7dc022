#!/usr/bin/env node
// `npm run sandbox`: the entry, which refuses a Node.js that is too old and makes the second start quicker than the first.
import * as nodeModule from 'node:module';
import manifest from '../package.json' with { type: 'json' };

const needed = manifest.engines.node.replace('>=', '');

// Asked before anything else is loaded: the database's own code breaks down in an older one without a word.
if (process.versions.node.localeCompare(needed, 'en', { numeric: true }) < 0) {
  console.error(
    `The sandbox needs Node.js ${needed} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  );
  process.exitCode = 1;
} else {
  // Most of a start is compiling; the cache lies in the system's temporary folder and keeps itself current.
  nodeModule.enableCompileCache();
  const { main } = await import('./command-line.ts');
  process.exitCode = await main(process.argv.slice(2));
}
