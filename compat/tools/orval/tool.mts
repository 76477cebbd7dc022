// orval: functions over fetch, with a fetch of the shop below them.
import { join } from 'node:path';
import { compileTypeScript, installPackages, pinned } from '../../npm.ts';
import type { Tool } from '../../tool.ts';

export default {
  name: 'orval',
  language: 'TypeScript',
  version: pinned(import.meta.dirname, 'orval'),
  command: 'orval',
  needs: ['npm'],
  install: installPackages,
  generate: (bench) =>
    bench.must([join(bench.folder, 'node_modules/.bin/orval')], { env: { DOCUMENT: bench.document } }),
  compile: compileTypeScript,
  program: () => [process.execPath, 'built/program.js'],
} satisfies Tool;
