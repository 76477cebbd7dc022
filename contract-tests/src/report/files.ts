// Writes a report to files, each in the format that its name asks for.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { Unjudgeable } from '../run/unjudgeable.ts';
import { htmlReport } from './html.ts';
import type { Report } from './report.ts';

const formats: Record<string, (report: Report) => string | Promise<string>> = {
  '.json': (report) => `${JSON.stringify(report, null, 2)}\n`,
  '.html': htmlReport,
  // Only who asks for XML waits for its library.
  '.xml': async (report) => (await import('./junit.ts')).junitReport(report),
};

/** @throws Unjudgeable when a file cannot be written; the others are written all the same */
export async function writeReports(report: Report, files: string[]): Promise<void> {
  const failures: string[] = [];
  for (const file of files) {
    try {
      const text = (await formats[extname(file)]?.(report)) ?? '';
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    } catch (error) {
      failures.push(`The report ${file} cannot be written: ${(error as Error).message}`);
    }
  }
  if (failures.length > 0) throw new Unjudgeable(failures.join('\n'));
}
