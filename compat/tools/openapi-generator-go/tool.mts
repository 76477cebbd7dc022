// openapi-generator for Go: models and services over net/http.
import { compileGo, goProgram } from '../../go.ts';
import { openapiGenerator } from '../../openapi-generator.ts';

export default openapiGenerator({
  target: 'go',
  language: 'Go',
  needs: ['go'],
  // The generated code has a module of its own around it, with tests that need another; ours is enough for it.
  compile: async (bench) => {
    await bench.must(['rm', '-rf', 'out/go.mod', 'out/go.sum', 'out/test']);
    await compileGo(bench);
  },
  program: goProgram,
});
