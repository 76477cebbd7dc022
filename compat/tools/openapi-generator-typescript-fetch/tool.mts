// openapi-generator for the browser's and Node's own fetch.
import { compileTypeScript, installPackages } from '../../npm.ts';
import { openapiGenerator } from '../../openapi-generator.ts';

export default openapiGenerator({
  target: 'typescript-fetch',
  language: 'TypeScript',
  needs: [],
  install: installPackages,
  compile: compileTypeScript,
  program: () => [process.execPath, 'built/program.js'],
});
