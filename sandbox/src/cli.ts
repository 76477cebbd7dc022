#!/usr/bin/env node
// `npm run sandbox`: the entry, which refuses a Node.js that is too old and makes the second start quicker than the first.
import * as nodeModule from 'node:module';
import { refusalOfNode } from '../../foundation/commands/node-version.ts';
import manifest from '../package.json' with { type: 'json' };

// The database's own code breaks down in an older one without a word.
const refusal = refusalOfNode('The sandbox', manifest.engines.node);
if (refusal !== undefined) {
  console.error(refusal);
  process.exitCode = 1;
} else {
  // Most of a start is compiling; the cache lies in the system's temporary folder and keeps itself current.
  nodeModule.enableCompileCache();
  const { main } = await import('./command-line.ts');
  process.exitCode = await main(process.argv.slice(2));
}
