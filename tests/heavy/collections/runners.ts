// Runs a collection by the program of its tool, and reads from its report what was sent and what failed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFolder, type Language } from '../../../foundation/reader/paths.ts';
import { environment } from '../../../scripts/generate/collections/variables.ts';
import { run } from '../run.ts';
import { tool } from './tools.ts';

export interface CollectionRun {
  code: number;
  output: string;
  /** Requests that were answered. */
  requests: number;
  tests: number;
  /** The tests that failed, and the requests that could not be sent. */
  failures: string[];
}

export interface Runner {
  /** How many requests and tests there are, as parts of all flows. */
  counts: 'all' | 'signable';
  /** Runs everything, or only the named part, with these variables. */
  run: (variables: Record<string, string>, part?: string) => Promise<CollectionRun>;
}

const folderOf = (language: Language, ...rest: string[]) =>
  join(generatedFolder, 'collections', language, ...rest);

const parsed = <T>(text: string): T | undefined => {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
};

interface NewmanReport {
  run: {
    stats: Record<'requests' | 'assertions', { total: number; failed: number }>;
    failures: { source?: { name: string }; error: { test?: string; message: string } }[];
  };
}

/** Postman's collection, by newman. The part is the name of a folder or request. */
export function newman(language: Language, report: string): Runner {
  return {
    counts: 'all',
    run: async (variables, part) => {
      const values = Object.entries(variables).flatMap(([name, value]) => ['--env-var', `${name}=${value}`]);
      const only = part ? ['--folder', part] : [];
      const { code, output } = await run(
        [
          ...tool('newman'),
          ...['run', folderOf(language, 'postman.json'), '--reporters', 'cli,json'],
          ...['--reporter-json-export', report, '--color', 'off', ...values, ...only],
        ],
        { cwd: folderOf(language) },
      );
      const read = parsed<NewmanReport>(readFileSync(report, 'utf8'));
      return {
        code,
        output,
        requests: read?.run.stats.requests.total ?? 0,
        tests: read?.run.stats.assertions.total ?? 0,
        failures: (read?.run.failures ?? []).map(
          ({ source, error }) => `${source?.name}: ${error.test} (${error.message})`,
        ),
      };
    },
  };
}

interface BrunoReport {
  results: {
    path: string;
    error: string | null;
    testResults: { status: string; description: string; error?: string }[];
  }[];
}

/** Bruno's collection, by its command line. The part is the path of a file. */
export function bruno(language: Language, report: string): Runner {
  return {
    counts: 'all',
    run: async (variables, part) => {
      const values = Object.entries(variables).flatMap(([name, value]) => ['--env-var', `${name}=${value}`]);
      const { code, output } = await run(
        [
          ...tool('bru'),
          ...['run', ...(part ? [part] : ['-r']), '--env', environment, '--reporter-json', report, ...values],
        ],
        { cwd: folderOf(language, 'bruno') },
      );
      const [read] = parsed<BrunoReport[]>(readFileSync(report, 'utf8')) ?? [];
      const results = read?.results ?? [];
      return {
        code,
        output,
        requests: results.filter(({ error }) => !error).length,
        tests: results.flatMap(({ testResults }) => testResults).length,
        failures: results.flatMap(({ path, error, testResults }) => [
          ...(error ? [`${path}: ${error}`] : []),
          ...testResults
            .filter(({ status }) => status !== 'pass')
            .map((test) => `${path}: ${test.description} (${test.error})`),
        ]),
      };
    },
  };
}

interface HttpyacReport {
  requests: {
    fileName: string;
    name: string;
    response?: object;
    testResults?: { message: string; status: string; error?: { displayMessage?: string } }[];
  }[];
}

/** The .http files by httpyac, those that sign or those that do not. The part is a line of the ordinary payment. */
export function httpyac(language: Language, isSigned: boolean): Runner {
  const folder = folderOf(language, 'http');
  const ending = isSigned ? '.signed.http' : '.http';
  const files = readdirSync(folder).filter(
    (name) => name.endsWith(ending) && (isSigned || !name.endsWith('.signed.http')),
  );
  return {
    counts: isSigned ? 'signable' : 'all',
    run: async (variables, part) => {
      const values = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
      const what = part ? [`pay-and-verify${ending}`, '--line', part] : [...files, '--all'];
      const { code, output } = await run(
        [
          ...tool('httpyac'),
          ...['send', ...what, '--env', environment, '--json', '--output', 'short', '--var', ...values],
        ],
        { cwd: folder },
      );
      const read = parsed<HttpyacReport>(output.slice(output.indexOf('{')));
      const requests = read?.requests ?? [];
      return {
        code,
        output,
        requests: requests.filter(({ response }) => response).length,
        tests: requests.flatMap(({ testResults = [] }) => testResults).length,
        failures: requests.flatMap(({ name, testResults = [] }) =>
          testResults
            .filter(({ status }) => status !== 'SUCCESS')
            .map(({ message, error }) => `${name}: ${message} (${error?.displayMessage})`),
        ),
      };
    },
  };
}
