// oapi-codegen: a client over net/http.
import { compileGo, goProgram, installModules, pinnedModule } from '../../go.ts';
import type { Bench, Tool } from '../../tool.ts';

const module = 'github.com/oapi-codegen/oapi-codegen/v2';
const parts = 'types,client';

const generate = (what: string) => async (bench: Bench) => {
  await bench.must(['mkdir', 'out']);
  await bench.must([
    './tool',
    '-package',
    'gateway',
    '-generate',
    what,
    '-o',
    'out/gateway.go',
    bench.document,
  ]);
};

export default {
  name: 'oapi-codegen',
  language: 'Go',
  version: pinnedModule(import.meta.dirname, module),
  command: `oapi-codegen -package gateway -generate ${parts},skip-prune -o out/gateway.go openapi.en.yaml`,
  note: {
    en: 'Without `skip-prune` it throws away what only webhooks use, and then names it.',
    fa: 'بدون `skip-prune` آنچه را فقط وب‌هوک‌ها به کار می‌برند دور می‌اندازد و سپس از آن نام می‌برد.',
    issue: 'oapi-codegen/oapi-codegen#2554',
  },
  needs: ['go'],
  install: (bench) => installModules(bench, `${module}/cmd/oapi-codegen`),
  generate: generate(`${parts},skip-prune`),
  bare: generate(parts),
  compile: compileGo,
  program: goProgram,
} satisfies Tool;
