// swagger-typescript-api: one class over fetch.
import { compileTypeScript, installPackages, pinned, runPackage } from '../../npm.ts';
import type { Tool } from '../../tool.ts';

export default {
  name: 'swagger-typescript-api',
  language: 'TypeScript',
  version: pinned(import.meta.dirname, 'swagger-typescript-api'),
  command: 'swagger-typescript-api generate -p openapi.en.yaml -o out -n api.ts',
  needs: ['npm'],
  install: installPackages,
  generate: (bench) =>
    runPackage(
      bench,
      'swagger-typescript-api',
      'generate',
      '-p',
      bench.document,
      '-o',
      'out',
      '-n',
      'api.ts',
    ),
  compile: compileTypeScript,
  program: () => [process.execPath, 'built/program.js'],
} satisfies Tool;
