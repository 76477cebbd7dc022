// openapi-react-query: hooks over the types of openapi-typescript.
import { compileTypeScript, installPackages, pinned, runPackage } from '../../npm.ts';
import type { Tool } from '../../tool.ts';

export default {
  name: 'openapi-react-query',
  language: 'TypeScript',
  version: pinned(import.meta.dirname, 'openapi-react-query'),
  command: 'openapi-typescript openapi.en.yaml --default-non-nullable=false -o out.d.ts',
  needs: ['npm'],
  install: installPackages,
  generate: (bench) =>
    runPackage(bench, 'openapi-typescript', bench.document, '--default-non-nullable=false', '-o', 'out.d.ts'),
  compile: compileTypeScript,
  program: () => [process.execPath, 'built/program.js'],
} satisfies Tool;
