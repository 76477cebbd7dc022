#!/usr/bin/env node
// `npm run sandbox`: the entry, which does nothing but make the second start quicker than the first.
import { enableCompileCache } from 'node:module';

// Most of a start is compiling; the cache lies in the system's temporary folder and keeps itself current.
enableCompileCache();
const { main } = await import('./command-line.ts');
process.exitCode = await main(process.argv.slice(2));
