// Runs a collection by the command that the guide prints, and reads from its report what was sent and what failed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFolder, type Language } from '../../../foundation/reader/paths.ts';
import { run } from '../run.ts';
import { printedCommand } from './printed.ts';
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
  /** Which flows it has, once each; those that can be signed a second time where it has both. */
  counts: 'all' | 'signable' | 'both';
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
          ...printedCommand('newman', language).args,
          ...['--reporters', 'cli,json', '--reporter-json-export', report, '--color', 'off'],
          ...values,
          ...only,
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
      const { args } = printedCommand('@usebruno/cli', language);
      const { code, output } = await run(
        [
          ...tool('bru'),
          ...args.map((word) => (part && word === '-r' ? part : word)),
          ...['--reporter-json', report, ...values],
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

/** Which of the .http files: the ordinary ones, those that sign, or all that there are. */
type HttpFiles = 'unsigned' | 'signed' | 'all';

const countsOf = { unsigned: 'all', signed: 'signable', all: 'both' } as const;

/** The .http files by httpyac, of a folder with them. The part is a line of the ordinary payment. */
export function httpyac(
  language: Language,
  which: HttpFiles,
  report: string,
  folder = folderOf(language, 'http'),
): Runner {
  const isSigned = which === 'signed';
  const isWanted = (name: string) => name.endsWith('.http') && name.endsWith('.signed.http') === isSigned;
  const chosen = which === 'all' ? ['*.http'] : readdirSync(folder).filter(isWanted);
  const { args } = printedCommand('httpyac', language);
  return {
    counts: countsOf[which],
    run: async (variables, part) => {
      const values = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
      const ending = isSigned ? '.signed.http' : '.http';
      const what = part ? [`pay-and-verify${ending}`, '--line', part] : chosen;
      // It ends before a pipe has taken the whole of a long report; a file takes it at once.
      const { code, output: complaints } = await run(
        [
          ...(['sh', '-c', 'exec "$@" > "$0"', report] as const),
          ...tool('httpyac'),
          ...args.flatMap((word) => (word === '*.http' ? what : part && word === '--all' ? [] : [word])),
          ...['--json', '--output', 'short', '--var', ...values],
        ],
        { cwd: folder },
      );
      const output = readFileSync(report, 'utf8') + complaints;
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
