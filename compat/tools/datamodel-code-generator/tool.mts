// datamodel-code-generator: pydantic models, and nothing that sends; the program does that with the standard library.
import { importAll, installRequirements, pinnedRequirement, pythonProgram, runPython } from '../../python.ts';
import type { Tool } from '../../tool.ts';

const options = ['--input-file-type', 'openapi', '--output-model-type', 'pydantic_v2.BaseModel'];

export default {
  name: 'datamodel-code-generator',
  language: 'Python',
  version: pinnedRequirement(import.meta.dirname, 'datamodel-code-generator'),
  command: `datamodel-codegen --input openapi.en.yaml ${options.join(' ')} --output out.py`,
  note: {
    en: 'Makes models only. The program sends with the standard library what they write, and they read the answer.',
    fa: 'فقط مدل می‌سازد. برنامه آنچه مدل‌ها نوشته‌اند را با کتابخانهٔ استاندارد می‌فرستد و پاسخ را با آن‌ها می‌خواند.',
  },
  needs: ['python3'],
  install: installRequirements,
  generate: (bench) =>
    runPython(bench, 'datamodel-codegen', '--input', bench.document, ...options, '--output', 'out.py'),
  compile: (bench) => importAll(bench, 'out.py'),
  program: pythonProgram,
} satisfies Tool;
