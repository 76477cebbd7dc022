// Every rule of the linter catches its mistake, says where it is and what to do, and lets a sound contract pass.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMap, LineCounter, parse, parseDocument } from 'yaml';
import { root } from '../foundation/reader/paths.ts';
import { lint } from '../foundation/reader/redocly.ts';
import { type Break, brokenContracts, misshapenExtensions, type Path } from './lint/broken.ts';

const folder = mkdtempSync(join(tmpdir(), 'irandargah-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Copies the sound contract into a folder of its own and breaks the copy. */
function copyBroken(name: string, ...breaks: Break[]): string {
  const copy = join(folder, name);
  cpSync(join(import.meta.dirname, 'lint/sound'), copy, { recursive: true });
  for (const { file, change } of breaks) {
    const path = join(copy, file);
    const document = parseDocument(readFileSync(path, 'utf8'));
    change(document);
    writeFileSync(path, document.toString({ lineWidth: 0 }));
  }
  return copy;
}

/** The line on which the key (or the item) at a path stands. */
function lineOf(file: string, path: Path): number {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const parent = document.getIn(path.slice(0, -1), true);
  const node = isMap(parent)
    ? parent.items.find((pair) => String(pair.key) === String(path.at(-1)))?.key
    : document.getIn(path, true);
  return lines.linePos((node as { range: [number] }).range[0]).line;
}

interface Finding {
  file: string;
  line: number;
  message: string;
  rule: string;
}

/** Reads a line of the linter: `file:line:column  message (rule)`. */
function readFinding(text: string): Finding {
  const [, file, line, message, rule] = /^(.+?):(\d+):\d+ .*? (.+) \((\S+)\)$/.exec(text) ?? [];
  if (!file || !message || !rule) throw new Error(`The linter says something unforeseen: ${text}`);
  return { file: resolve(root, file), line: Number(line), message, rule };
}

const soundCopy = copyBroken('sound');
const cases = brokenContracts.map((broken, index) => ({ ...broken, copy: copyBroken(`${index}`, broken) }));
const misshapenCopy = copyBroken('misshapen', ...misshapenExtensions);
const misshapenCases = misshapenExtensions.map((misshapen) => ({ ...misshapen, copy: misshapenCopy }));

// One run for all of them: starting the linter takes longer than linting.
let findings: Finding[];
beforeAll(async () => {
  const copies = [soundCopy, misshapenCopy, ...cases.map(({ copy }) => copy)];
  findings = (await lint(...copies.map((copy) => join(copy, 'openapi.yaml')))).map(readFinding);
});

describe('the linter', () => {
  it('finds nothing in a sound contract', () => {
    expect(findings.filter(({ file }) => file.startsWith(soundCopy))).toEqual([]);
  });

  it.each([...cases, ...misshapenCases])(
    'catches $mistake',
    ({ copy, file, rule, at, foundIn = file, says }) => {
      const found = findings.filter(
        (finding) => finding.rule === rule && finding.file.startsWith(`${copy}/`),
      );
      expect(found).toContainEqual({
        file: join(copy, foundIn),
        line: lineOf(join(copy, foundIn), at),
        message: expect.stringMatching(says),
        rule,
      });
    },
  );

  it('has a broken contract for each of our rules', () => {
    const { oas3_1Rules: rules } = parse(readFileSync(join(root, 'redocly.yaml'), 'utf8'));
    const ours = Object.keys(rules).filter((rule) => /^(rule|contract)\//.test(rule));
    expect(cases.map(({ rule }) => rule)).toEqual(expect.arrayContaining(ours));
  });
});

describe('the extensions of the contract', () => {
  const schemas: Record<string, object> = parse(
    readFileSync(join(root, 'openapi/lint/extensions.schema.yaml'), 'utf8'),
  );

  it('are each tried with a value that they must refuse', () => {
    const tried = new Set(misshapenExtensions.map(({ extension }) => extension));
    expect([...tried].sort()).toEqual(Object.keys(schemas).sort());
  });

  it('are explained in openapi/README.md, all of them and no others, with where they stand', () => {
    const table = readFileSync(join(root, 'openapi/README.md'), 'utf8').matchAll(
      /^\| `(x-\w[\w-]*)` \| ([^|]+) \|/gm,
    );
    const explained = [...table].map(([, name, places]) => [name, places?.split(', ')]);
    expect(explained).toEqual(Object.entries(schemas).map(([name, places]) => [name, Object.keys(places)]));
  });
});
