// openapi-python-client: attrs models over httpx.
import { importAll, installRequirements, pinnedRequirement, pythonProgram, runPython } from '../../python.ts';
import type { Tool } from '../../tool.ts';

export default {
  name: 'openapi-python-client',
  language: 'Python',
  version: pinnedRequirement(import.meta.dirname, 'openapi-python-client'),
  command: 'openapi-python-client generate --path openapi.en.yaml --output-path out',
  needs: ['python3'],
  install: installRequirements,
  generate: (bench) =>
    runPython(
      bench,
      'openapi-python-client',
      'generate',
      '--path',
      bench.document,
      '--output-path',
      'out',
      '--fail-on-warning',
    ),
  compile: (bench) => importAll(bench, 'out'),
  program: pythonProgram,
} satisfies Tool;
