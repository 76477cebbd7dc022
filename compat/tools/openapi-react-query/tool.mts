// openapi-react-query: hooks over the types of openapi-typescript.
import { compileTypeScript, installPackages, pinned, runPackage } from '../../npm.ts';
import type { Bench, Tool } from '../../tool.ts';

const generate =
  (...options: string[]) =>
  (bench: Bench) =>
    runPackage(bench, 'openapi-typescript', bench.document, ...options, '-o', 'out.d.ts');

export default {
  name: 'openapi-react-query',
  language: 'TypeScript',
  version: pinned(import.meta.dirname, 'openapi-react-query'),
  command: 'openapi-typescript openapi.en.yaml --default-non-nullable=false -o out.d.ts',
  note: {
    en: 'The types are made by openapi-typescript, which without this option demands every field that has a default.',
    fa: 'نوع‌ها را openapi-typescript می‌سازد که بدون این گزینه هر فیلدی را که مقدار پیش‌فرض دارد اجباری می‌کند.',
    issue: 'openapi-ts/openapi-typescript#2012',
  },
  needs: ['npm'],
  install: installPackages,
  generate: generate('--default-non-nullable=false'),
  bare: generate(),
  compile: compileTypeScript,
  program: () => [process.execPath, 'built/program.js'],
} satisfies Tool;
