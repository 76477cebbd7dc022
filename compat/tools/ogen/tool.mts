// ogen: a client and a server that check everything, without reflection.
import { compileGo, goProgram, installModules, pinnedModule } from '../../go.ts';
import type { Tool } from '../../tool.ts';

const module = 'github.com/ogen-go/ogen';

export default {
  name: 'ogen',
  language: 'Go',
  version: pinnedModule(import.meta.dirname, module),
  command: 'ogen --target out --package gateway openapi.en.yaml',
  needs: ['go'],
  install: (bench) => installModules(bench, `${module}/cmd/ogen`),
  generate: (bench) => bench.must(['./tool', '--target', 'out', '--package', 'gateway', bench.document]),
  compile: compileGo,
  program: goProgram,
} satisfies Tool;
