// How the clients of each language are installed and tested, and how a program that uses them is run.
import { globSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../../../client/build.ts';
import { buildWithModule } from '../../../client/test/heavy/drivers/go.ts';
import type { ProgramRun } from '../run.ts';
import type { Laboratory } from './laboratory.ts';

export interface ClientLanguage {
  label: string;
  /** Installs or builds the package and the program. */
  install: (laboratory: Laboratory) => Promise<void>;
  /** Runs the package's own tests over the shared vectors; those of TypeScript run elsewhere. */
  test?: (laboratory: Laboratory) => Promise<ProgramRun>;
  /** The command that runs the program; its arguments are appended. */
  program: [string, ...string[]];
}

/** Java and C# name a program after its class. */
const className = (program: string) => program.replace(/^./, (letter) => letter.toUpperCase());

const php = (program: string): ClientLanguage => ({
  label: 'PHP',
  install: async ({ must, putProgram }) => {
    await must(['composer', 'install', '--no-interaction'], { COMPOSER_ALLOW_SUPERUSER: '1' });
    await putProgram(`${program}.php`, `${program}.php`);
  },
  test: ({ attempt }) => attempt(['phpunit', 'tests/VectorsTest.php']),
  program: ['php', `${program}.php`],
});

const python = (program: string): ClientLanguage => ({
  label: 'Python',
  install: async ({ must, home, putProgram }) => {
    await must(['python3', '-m', 'venv', '.venv']);
    await must(['.venv/bin/pip', 'install', '--quiet', home]);
    await putProgram(`${program}.py`, `${program}.py`);
  },
  test: ({ attempt }) => attempt(['.venv/bin/python', '-m', 'unittest', 'discover', 'tests']),
  program: ['.venv/bin/python', `${program}.py`],
});

const go = (program: string): ClientLanguage => ({
  label: 'Go',
  install: async ({ must, home, scratch }) => {
    await must(['go', 'vet', './...']);
    const source = join(import.meta.dirname, 'programs', `${program}.go`);
    await copyFile(await buildWithModule(home, scratch, source), join(home, program));
  },
  test: ({ attempt }) => attempt(['go', 'test', '-count=1', '.']),
  program: [`./${program}`],
});

const java = (program: string): ClientLanguage => ({
  label: 'Java',
  install: async ({ must, home, putProgram }) => {
    await putProgram(`${className(program)}.java`, `${className(program)}.java`);
    await must([
      'mvn',
      '-q',
      '-B',
      'dependency:build-classpath',
      '-Dmdep.outputFile=classpath.txt',
      'compile',
    ]);
    const libraries = await readFile(join(home, 'classpath.txt'), 'utf8');
    await writeFile(join(home, 'classpath.txt'), `-cp target/classes:${libraries}`);
    await must(['javac', '@classpath.txt', '-d', 'target/classes', `${className(program)}.java`]);
  },
  test: ({ attempt }) => attempt(['mvn', '-q', '-B', 'test']),
  program: ['java', '@classpath.txt', className(program)],
});

const references = [
  'System.Net.Http',
  'System.Data',
  'System.Runtime.Serialization',
  'System.Xml',
  'System.Xml.Linq',
];

const csharp = (program: string): ClientLanguage => ({
  label: 'C#',
  install: async ({ must, home, putProgram }) => {
    await putProgram(`${className(program)}.cs`, `${className(program)}.cs`);
    const library = globSync([join(home, 'src/*.cs'), join(home, 'generated/*.cs')]);
    const known = references.map((name) => `-r:${name}.dll`);
    const compile = (...rest: string[]) => must(['mcs', '-langversion:7.2', ...known, ...rest]);
    await compile('-target:library', '-out:IranDargah.Client.dll', ...library);
    const json = 'scenarios/Json.cs';
    await compile('-r:IranDargah.Client.dll', '-out:VectorsTest.exe', 'tests/VectorsTest.cs', json);
    await compile('-r:IranDargah.Client.dll', `-out:${program}.exe`, `${className(program)}.cs`, json);
  },
  test: ({ attempt, vectors }) => attempt(['mono', 'VectorsTest.exe', vectors]),
  program: ['mono', `${program}.exe`],
});

const typescript = (program: string): ClientLanguage => ({
  label: 'TypeScript',
  install: async ({ home, must, putProgram }) => {
    await build(join(home, 'built'));
    await writeFile(join(home, 'package.json'), '{ "private": true }');
    await must([
      'npm',
      'install',
      '--install-links',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      './built',
    ]);
    await putProgram(`${program}.ts`, `${program}.mts`);
  },
  program: [process.execPath, `${program}.mts`],
});

const languages: Record<string, (program: string) => ClientLanguage> = {
  php,
  python,
  go,
  java,
  csharp,
  typescript,
};

/** The languages by the name of their folders, each with one of the programs of programs/. */
export const clientLanguages = (program: string): Record<string, ClientLanguage> =>
  Object.fromEntries(Object.entries(languages).map(([name, language]) => [name, language(program)]));
