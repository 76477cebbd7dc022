// Runs the programs that framing.ts makes of the samples, and collects what each one reports.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleLanguage } from '../../../foundation/reader/page-samples.ts';
import { run } from '../run.ts';
import { framesFolder } from './framing.ts';

/** A line that a program reports. */
export interface Report {
  /** An answer of the gateway, as the program got it. */
  answer?: { status: number; body: string };
  /** What a shop writes into its table of orders. */
  order?: Record<string, unknown>;
  /** The page that a shop shows. */
  page?: Record<string, unknown>;
  /** What a function judges, in the case of this name. */
  valid?: boolean | 'throws';
  name?: string;
  /** An exception that a handler does not catch. */
  throws?: string;
}

export interface Ran {
  code: number;
  output: string;
  reports: Report[];
}

/** A program on disk, ready to be started. */
export interface Runnable {
  command: [string, ...string[]];
  cwd: string;
  env: NodeJS.ProcessEnv;
  report: string;
}

const extensions: Record<SampleLanguage, (text: string) => string> = {
  curl: () => 'sh',
  php: () => 'php',
  // A sample in Node.js is a CommonJS module when it requires something, and an ES module otherwise.
  node: (text) => (/\brequire\(/.test(text) ? 'cjs' : 'mjs'),
  go: () => 'go',
  python: () => 'py',
};

const commands: Record<Exclude<SampleLanguage, 'go'>, (file: string) => [string, ...string[]]> = {
  curl: (file) => ['sh', file],
  php: (file) => [
    'php',
    '-d',
    `auto_prepend_file=${join(framesFolder, 'record.php')}`,
    '-d',
    `auto_append_file=${join(framesFolder, 'answer.php')}`,
    file,
  ],
  node: (file) => [process.execPath, '--require', join(framesFolder, 'record.cjs'), file],
  python: (file) => ['python3', join(framesFolder, 'record.py'), file],
};

/** Writes a program of any language but Go into a folder of its own. */
export async function writeProgram(
  language: Exclude<SampleLanguage, 'go'>,
  text: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Runnable & { file: string }> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `sample.${extensions[language](text)}`);
  await writeFile(file, text);
  const report = join(folder, 'report');
  const command = commands[language](file);
  if (language === 'curl') await cp(join(framesFolder, 'curlrc'), join(folder, '.curlrc'));
  return {
    file,
    command,
    cwd: folder,
    report,
    env: {
      ...env,
      REPORT: report,
      CURL_HOME: folder,
      PYTHONPATH: framesFolder,
      PYTHONDONTWRITEBYTECODE: '1',
    },
  };
}

/** What a program has reported until now. */
export async function readReports(file: string): Promise<Report[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Report);
}

/** What curl shows is the answer, and its status in a line of its own. */
function curlReport(output: string): Report[] {
  const [, body, status] = /^([\s\S]*)\n(\d{3})$/.exec(output) ?? [];
  return body === undefined ? [] : [{ answer: { status: Number(status), body } }];
}

/** Runs a program to its end. */
export async function runProgram({ command, cwd, env, report }: Runnable, isCurl = false): Promise<Ran> {
  const { code, output } = await run(command, { cwd, env });
  return { code, output, reports: isCurl ? curlReport(output) : await readReports(report) };
}

/** A sample in Go: the name of its package, and its text. */
export interface GoSample {
  name: string;
  text: string;
}

const importPath = (name: string) => `samples/${name}`;

/**
 * Builds samples in Go: whole programs one by one, and all the others as one program that runs the named one.
 * @returns the command that runs a sample
 * @throws Error with what the compiler says
 */
export async function buildGo(
  samples: GoSample[],
  folder: string,
): Promise<(name: string) => [string, ...string[]]> {
  const put = async (name: string, file: string, text: string) => {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, file), text);
  };
  await put('.', 'go.mod', 'module samples\n\ngo 1.21\n');
  await put('record', 'record.go', await readFile(join(framesFolder, 'record.go'), 'utf8'));
  const recording = 'package main\n\nimport _ "samples/record"\n';
  const whole = samples.filter(({ text }) => text.startsWith('package main'));
  const others = samples.filter((sample) => !whole.includes(sample));
  for (const { name, text } of samples) await put(name, 'sample.go', text);
  for (const { name } of whole) await put(name, 'record.go', recording);
  await put('all', 'record.go', recording);
  await put(
    'all',
    'main.go',
    `package main

import (
	"os"
${others.map(({ name }, index) => `	sample${index} "${importPath(name)}"`).join('\n')}
)

func main() {
	map[string]func(){
${others.map(({ name }, index) => `		"${name}": sample${index}.Run,`).join('\n')}
	}[os.Args[1]]()
}
`,
  );
  await mkdir(join(folder, 'bin'));
  const programs = ['all', ...whole.map(({ name }) => name)].map(importPath);
  const { code, output } = await run(['go', 'build', '-o', 'bin/', ...programs], { cwd: folder });
  if (code !== 0) throw new Error(`Go does not compile the samples:\n${output}`);
  const isWhole = (name: string) => whole.some((sample) => sample.name === name);
  return (name) => [join(folder, 'bin', isWhole(name) ? name : 'all'), name];
}

/** What the compiler says of a package of Go, or nothing when it takes it. */
export async function compileGo(text: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'go.mod'), 'module sample\n\ngo 1.21\n');
  await writeFile(join(folder, 'sample.go'), text);
  return (await run(['go', 'build', '.'], { cwd: folder })).output;
}
