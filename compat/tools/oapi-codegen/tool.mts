// oapi-codegen: a client over net/http.
import { compileGo, goProgram, installModules, pinnedModule } from '../../go.ts';
import type { Tool } from '../../tool.ts';

const module = 'github.com/oapi-codegen/oapi-codegen/v2';
const options = ['-package', 'gateway', '-generate', 'types,client'];

export default {
  name: 'oapi-codegen',
  language: 'Go',
  version: pinnedModule(import.meta.dirname, module),
  command: `oapi-codegen ${options.join(' ')} -o out/gateway.go openapi.en.yaml`,
  needs: ['go'],
  install: (bench) => installModules(bench, `${module}/cmd/oapi-codegen`),
  generate: async (bench) => {
    await bench.must(['mkdir', 'out']);
    await bench.must(['./tool', ...options, '-o', 'out/gateway.go', bench.document]);
  },
  compile: compileGo,
  program: goProgram,
} satisfies Tool;
