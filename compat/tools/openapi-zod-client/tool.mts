// openapi-zod-client: a Zodios client that checks what it sends and reads.
import { compileTypeScript, installPackages, pinned, runPackage } from '../../npm.ts';
import type { Tool } from '../../tool.ts';

export default {
  name: 'openapi-zod-client',
  language: 'TypeScript',
  version: pinned(import.meta.dirname, 'openapi-zod-client'),
  command: 'openapi-zod-client openapi.en.yaml -o out/api.ts',
  needs: ['npm'],
  install: installPackages,
  generate: async (bench) => {
    await bench.must(['mkdir', 'out']);
    await runPackage(bench, 'openapi-zod-client', bench.document, '-o', 'out/api.ts');
  },
  compile: compileTypeScript,
  program: () => [process.execPath, 'built/program.js'],
} satisfies Tool;
