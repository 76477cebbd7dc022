// Every dialect of the sandbox through the runner: it differs from what we assume, and breaks nothing that is stated.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { allDialects } from '../../foundation/dialects/catalogue.ts';
import type { Report } from '../src/report/report.ts';
import { parts } from '../src/run/part.ts';

const names = Object.keys(allDialects());
const folder = mkdtempSync(join(tmpdir(), 'irandargah-dialects-'));
const rows: string[] = [];
afterAll(() => {
  rmSync(folder, { recursive: true });
  console.log(['dialect: broken, differ, noted', ...rows].join('\n'));
});

/** All of a run but recorded traffic, which has no dialect. */
const played = parts.filter((part) => part !== 'traffic');

/** What is demanded is played by the parts that are ours: the workflows are written for the contract as it stands. */
const demandable = played.filter((part) => part !== 'workflows');

/** Fewer than a run plays by itself: there are many dialects, and each is played twice. */
const sequences = '2';

interface Judged {
  code: number;
  report: Report;
}

/** Judges a sandbox that speaks a dialect. What is demanded belongs to a whole process, so that each run has one. */
function judge(dialect: string, inParts: readonly string[], ...args: string[]): Promise<Judged> {
  const file = join(folder, `${dialect}-${args.length}.json`);
  const program = join(import.meta.dirname, '../src/cli.ts');
  const all = ['--target', 'sandbox', '--sandbox-dialect', dialect, '--report', file, ...args];
  all.push('--sequences', sequences);
  for (const part of inParts) all.push('--part', part);
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [program, ...all], { maxBuffer: 2 ** 24 }, (_, out, err) => {
      try {
        const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
        resolve({ code: child.exitCode ?? -1, report });
      } catch {
        reject(new Error(`No report came.\n${out.slice(-2000)}\n${err.slice(-2000)}`));
      }
    });
  });
}

const broken = ({ findings }: Report) => findings.filter(({ word }) => word === 'broken');

describe('a gateway that speaks a dialect', () => {
  it.each(names)('%s', async (name) => {
    const [byDefault, demanded] = await Promise.all([
      judge(name, played),
      judge(name, demandable, '--dialect', name),
    ]);
    const { counts } = byDefault.report;
    rows.push(`  ${name}: ${counts.broken}, ${counts.differs}, ${counts.noted}`);
    expect(broken(byDefault.report)).toEqual([]);
    expect(byDefault.code).toBe(0);
    expect(demanded.report.findings).toEqual([]);
    expect(demanded.code).toBe(0);
  });
});
