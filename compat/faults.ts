// The known faults of the tools, faults.yaml.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Cell } from './cells.ts';
import type { Sentence } from './tool.ts';

export interface Fault {
  tool: string;
  cell: Cell;
  says: Sentence;
  issue: string;
}

export const readFaults = (): Fault[] =>
  parse(readFileSync(join(import.meta.dirname, 'faults.yaml'), 'utf8')) as Fault[];
