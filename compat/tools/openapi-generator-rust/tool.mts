// openapi-generator for Rust: models by serde and functions over reqwest.
import { compileRust, rustProgram } from '../../cargo.ts';
import { openapiGenerator } from '../../openapi-generator.ts';

export default openapiGenerator({
  target: 'rust',
  language: 'Rust',
  needs: ['cargo'],
  compile: compileRust,
  program: rustProgram,
});
