// hey-api: functions over fetch.
import { compileTypeScript, installPackages, pinned, runPackage } from '../../npm.ts';
import type { Tool } from '../../tool.ts';

export default {
  name: '@hey-api/openapi-ts',
  language: 'TypeScript',
  version: pinned(import.meta.dirname, '@hey-api/openapi-ts'),
  command: 'openapi-ts -i openapi.en.yaml -o out',
  needs: ['npm'],
  install: installPackages,
  generate: (bench) => runPackage(bench, 'openapi-ts', '-i', bench.document, '-o', 'out'),
  compile: compileTypeScript,
  program: () => [process.execPath, 'built/program.js'],
} satisfies Tool;
