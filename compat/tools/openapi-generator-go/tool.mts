// openapi-generator for Go: models and services over net/http.
import { compileGo, goProgram } from '../../go.ts';
import { openapiGenerator } from '../../openapi-generator.ts';

export default openapiGenerator({
  target: 'go',
  language: 'Go',
  needed: ['--additional-properties', 'disallowAdditionalPropertiesIfNotPresent=false'],
  note: {
    en: 'Without this option it takes every object for closed, against the standard, and refuses an added field.',
    fa: 'بدون این گزینه، برخلاف استاندارد، هر شیء را بسته می‌گیرد و فیلد اضافه را رد می‌کند.',
    issue: 'OpenAPITools/openapi-generator#21169',
  },
  needs: ['go'],
  // The generated code has a module of its own around it, with tests that need another; ours is enough for it.
  compile: async (bench) => {
    await bench.must(['rm', '-rf', 'out/go.mod', 'out/go.sum', 'out/test']);
    await compileGo(bench);
  },
  program: goProgram,
});
