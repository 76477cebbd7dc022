// oapi-codegen: a client over net/http.
import { compileGo, goProgram, installModules, pinnedModule } from '../../go.ts';
import type { Tool } from '../../tool.ts';

const module = 'github.com/oapi-codegen/oapi-codegen/v2';
const options = ['-package', 'gateway', '-generate', 'types,client,skip-prune'];

export default {
  name: 'oapi-codegen',
  language: 'Go',
  version: pinnedModule(import.meta.dirname, module),
  command: `oapi-codegen ${options.join(' ')} -o out/gateway.go openapi.en.yaml`,
  note: {
    en: 'Without `skip-prune` it drops the types of the events, although its code for webhooks names them (its #2554).',
    fa: 'بی `skip-prune` نوع رویدادها را حذف می‌کند، هرچند کدی که برای وب‌هوک‌ها می‌سازد نامشان را می‌برد (#2554 آن).',
  },
  needs: ['go'],
  install: (bench) => installModules(bench, `${module}/cmd/oapi-codegen`),
  generate: async (bench) => {
    await bench.must(['mkdir', 'out']);
    await bench.must(['./tool', ...options, '-o', 'out/gateway.go', bench.document]);
  },
  compile: compileGo,
  program: goProgram,
} satisfies Tool;
