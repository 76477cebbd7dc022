// Writes a report to files, each in the format that its name asks for.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { Unjudgeable } from '../run/unjudgeable.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import type { Report } from './report.ts';

const formats: Record<string, (report: Report) => string> = {
  '.json': (report) => `${JSON.stringify(report, null, 2)}\n`,
  '.html': htmlReport,
  '.xml': junitReport,
};

/** @throws Unjudgeable when a file cannot be written */
export function writeReports(report: Report, files: string[]): void {
  for (const file of files) {
    const text = formats[extname(file)]?.(report) ?? '';
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    } catch (error) {
      throw new Unjudgeable(`The report ${file} cannot be written: ${(error as Error).message}`);
    }
  }
}
