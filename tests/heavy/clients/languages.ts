// How the clients of each language are installed and tested, and how a program that uses them is run.
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../../../client/build.ts';
import type { ProgramRun } from '../run.ts';
import type { Laboratory } from './laboratory.ts';

export interface ClientLanguage {
  label: string;
  /** Installs or builds the generated client, the helper and the program. */
  install: (laboratory: Laboratory) => Promise<void>;
  /** Runs the helper's own tests over the shared vectors; TypeScript has no helper, and tests of its own. */
  test?: (laboratory: Laboratory) => Promise<ProgramRun>;
  /** The command that runs the program; one step of a payment is appended. */
  program: [string, ...string[]];
}

const php: ClientLanguage = {
  label: 'PHP',
  install: async ({ must, putProgram }) => {
    await must(['composer', 'install', '--no-interaction'], { COMPOSER_ALLOW_SUPERUSER: '1' });
    await putProgram('payment.php', 'payment.php');
  },
  test: ({ attempt }) => attempt(['phpunit']),
  program: ['php', 'payment.php'],
};

const python: ClientLanguage = {
  label: 'Python',
  install: async ({ must, client, helper, putProgram }) => {
    await must(['python3', '-m', 'venv', '.venv']);
    await must(['.venv/bin/pip', 'install', '--quiet', client, helper]);
    await putProgram('payment.py', 'payment.py');
  },
  test: ({ attempt }) => attempt(['.venv/bin/python', '-m', 'unittest', 'discover', 'tests']),
  program: ['.venv/bin/python', 'payment.py'],
};

const go: ClientLanguage = {
  label: 'Go',
  install: async ({ must, putProgram }) => {
    await putProgram('payment.go', 'cmd/payment/main.go');
    await must(['go', 'vet', './...']);
    await must(['go', 'build', '-o', 'payment', './cmd/payment']);
  },
  test: ({ attempt }) => attempt(['go', 'test', '-count=1', '.']),
  program: ['./payment'],
};

const java: ClientLanguage = {
  label: 'Java',
  install: async ({ must, client, helper, putProgram }) => {
    await putProgram('Payment.java', 'Payment.java');
    await must(['mvn', '-q', '-B', '-f', join(client, 'pom.xml'), 'install']);
    await must([
      'mvn',
      '-q',
      '-B',
      'dependency:build-classpath',
      '-Dmdep.outputFile=classpath.txt',
      'compile',
    ]);
    const libraries = await readFile(join(helper, 'classpath.txt'), 'utf8');
    await writeFile(join(helper, 'classpath.txt'), `-cp target/classes:${libraries}`);
    await must(['javac', '@classpath.txt', '-d', 'target/classes', 'Payment.java']);
  },
  test: ({ attempt }) => attempt(['mvn', '-q', '-B', '-o', 'test']),
  program: ['java', '@classpath.txt', 'Payment'],
};

const references = ['-r:System.Net.Http.dll', '-r:System.Runtime.Serialization.dll'];

const csharp: ClientLanguage = {
  label: 'C#',
  install: async ({ must, client, helper, putProgram }) => {
    await putProgram('Payment.cs', 'Payment.cs');
    const library = globSync([join(client, '*.cs'), join(helper, 'src/*.cs')]);
    const compile = (...rest: string[]) => must(['mcs', '-langversion:7.2', ...references, ...rest]);
    await compile('-target:library', '-out:IranDargah.dll', ...library);
    await compile('-r:IranDargah.dll', '-out:VectorsTest.exe', 'tests/VectorsTest.cs');
    await compile('-r:IranDargah.dll', '-out:Payment.exe', 'Payment.cs');
  },
  test: ({ attempt, vectors }) => attempt(['mono', 'VectorsTest.exe', vectors]),
  program: ['mono', 'Payment.exe'],
};

const typescript: ClientLanguage = {
  label: 'TypeScript',
  install: async ({ helper, putProgram }) => {
    await build(join(helper, 'node_modules/@irandargah/client'));
    await putProgram('payment.ts', 'payment.mts');
  },
  program: [process.execPath, 'payment.mts'],
};

/** The languages by the name of their folders. */
export const clientLanguages: Record<string, ClientLanguage> = { php, python, go, java, csharp, typescript };
