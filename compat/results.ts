// What the last written run found: docs/compatibility/results.json, from which the guides make their table.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../foundation/reader/paths.ts';
import type { Outcomes } from './cells.ts';
import type { Sentence, Tool } from './tool.ts';

export const resultsFile = join(root, 'docs/compatibility/results.json');

/** One tool as readers see it. */
export interface Result extends Pick<Tool, 'name' | 'target' | 'language' | 'version' | 'command' | 'note'> {
  id: string;
  outcomes: Outcomes;
  /** What the tool cannot do by its own fault. */
  faults: { says: Sentence; issue: string }[];
}

export interface Results {
  /** The day of the run, `YYYY-MM-DD`. */
  date: string;
  /** The version of the contract. */
  contract: string;
  results: Result[];
}

/** What was written last; nothing yet, when there is no file. */
export function readResults(): Results {
  if (!existsSync(resultsFile)) return { date: '', contract: '', results: [] };
  return JSON.parse(readFileSync(resultsFile, 'utf8')) as Results;
}
