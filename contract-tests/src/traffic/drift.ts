// Has Redocly's drift look at the requests of recorded traffic: which of them break the contract themselves.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generatedFolder } from '../../../foundation/reader/paths.ts';
import { redocly } from '../../../foundation/reader/redocly.ts';
import { Unjudgeable } from '../run/unjudgeable.ts';

/** One way in which a recorded request breaks the contract. */
export interface RequestProblem {
  /** The exchange in the file, counted from 0. */
  index: number;
  message: string;
  /** JSON pointer into the request body, if that is what is broken. */
  at: string;
  /** JSON pointer into the schema of the body or of the parameter, as `#/properties/url/pattern`. */
  schemaPath?: string;
  /** The field that is missing, when one is. */
  missingField?: string;
  /** The parameter that is wrong or missing, when it is one. */
  parameter?: string;
}

interface DriftProblem {
  exchangeIndex: number;
  severity: string;
  target: string;
  ruleId: string;
  message: string;
  dataPath?: string;
  schemaPath?: string;
  details?: { params?: { missingProperty?: string }; parameter?: { name: string } };
}

/** Drift names a parameter that is missing in its message alone. */
const missingParameter = /^Missing required \w+ parameter: "(.+)"$/;

function problemOf(problem: DriftProblem): RequestProblem {
  const { exchangeIndex, message, dataPath = '', schemaPath, details } = problem;
  const missingField = details?.params?.missingProperty;
  const parameter = details?.parameter?.name ?? missingParameter.exec(message)?.[1];
  return {
    index: exchangeIndex,
    message,
    at: dataPath,
    ...(schemaPath && { schemaPath }),
    ...(missingField && { missingField }),
    ...(parameter && { parameter }),
  };
}

/** @throws Unjudgeable when drift itself fails */
export async function requestProblems(harFile: string): Promise<RequestProblem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-drift-'));
  try {
    const report = join(folder, 'drift.json');
    const api = join(generatedFolder, 'strict.en.json');
    const run = await redocly(
      ...['drift', resolve(harFile), '--traffic-format', 'har', '--api', api],
      ...['--match-mode', 'basepath', '--report-format', 'json', '--output', report],
    );
    const text = await readFile(report, 'utf8').catch(() => undefined);
    if (text === undefined)
      throw new Unjudgeable(`redocly drift could not read the traffic: ${run.stderr.trim()}`);
    const { problems } = JSON.parse(text) as { problems: DriftProblem[] };
    return problems
      .filter(
        ({ target, severity, ruleId }) =>
          target === 'request' && severity === 'error' && ruleId !== 'undocumented-endpoint',
      )
      .map(problemOf);
  } finally {
    await rm(folder, { recursive: true });
  }
}
