// Reads the decision files of docs/decisions into typed values, and refuses a file that lacks what a reader needs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A text in both languages of the documentation. */
export interface Bilingual {
  en: string;
  fa: string;
}

/** What the front matter of a decision says, and the Markdown that follows it. */
export interface Decision {
  /** Name of the file inside the folder, such as `0001-success-is-200-except-subscribe.md`. */
  file: string;
  /** Number of the decision, the same as the first four digits of the file's name. */
  id: number;
  /** The question that the documentation leaves open. */
  title: Bilingual;
  /** What was decided, in one or two sentences for an integrator. */
  summary: Bilingual;
  /** Line ranges of the published documentation's text, such as `2514-2530`. */
  source: string[];
  /** The operations, extensions and JSON pointers of the contract that follow from the decision. */
  contract: string[];
  /** The places of the strict bundle whose rules rest on the decision, each marked with its number there; often none. */
  governs: string[];
  status: 'accepted';
  /** The English Markdown below the front matter. */
  body: string;
}

const fileName = /^(\d{4})-[a-z0-9-]+\.md$/;
const frontMatter = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const lineRange = /^[1-9]\d*(-[1-9]\d*)?$/;

/**
 * Reads every decision of a folder, in the order of their numbers.
 * @throws {Error} naming the file and the fault, when a file is not a complete decision.
 */
export function readDecisions(folder: string): Decision[] {
  return readdirSync(folder)
    .filter((file) => fileName.test(file))
    .sort()
    .map((file) => parseDecision(file, readFileSync(join(folder, file), 'utf8')));
}

/**
 * Turns the text of one file into a decision.
 * @throws {Error} naming the file and the fault, when something is missing or malformed.
 */
export function parseDecision(file: string, text: string): Decision {
  const fail = (fault: string): never => {
    throw new Error(`docs/decisions/${file}: ${fault}`);
  };
  const parts = frontMatter.exec(text);
  if (!parts) return fail('has no front matter between two lines of ---');
  const [, yaml = '', body = ''] = parts;
  let data: unknown;
  try {
    data = parse(yaml);
  } catch (error) {
    return fail(`its front matter is not YAML (${(error as Error).message.split('\n')[0]})`);
  }
  if (!isRecord(data)) return fail('its front matter is not a mapping');

  const bilingual = (key: string): Bilingual => {
    const value = data[key];
    if (!isRecord(value) || !isText(value.en) || !isText(value.fa)) {
      return fail(`needs "${key}" with a text in "en" and in "fa"`);
    }
    return { en: value.en.trim(), fa: value.fa.trim() };
  };
  const texts = (key: string, atLeast = 1): string[] => {
    const value = data[key];
    if (!Array.isArray(value) || value.length < atLeast || !value.every(isText)) {
      return fail(
        `needs "${key}" with ${atLeast > 0 ? 'at least one text' : 'a list of texts, [] for none'}`,
      );
    }
    return value;
  };

  const id = data.id;
  if (typeof id !== 'number' || Number(file.slice(0, 4)) !== id) {
    return fail(`needs "id" with the number of its file name, ${Number(file.slice(0, 4))}`);
  }
  if (data.status !== 'accepted') return fail('needs "status: accepted"');
  const source = texts('source');
  const badRange = source.find((range) => !isRange(range));
  if (badRange) return fail(`"${badRange}" in "source" is not a range of lines such as 2514-2530`);
  return {
    file,
    id,
    title: bilingual('title'),
    summary: bilingual('summary'),
    source,
    contract: texts('contract'),
    governs: texts('governs', 0),
    status: 'accepted',
    body,
  };
}

function isRange(range: string): boolean {
  if (!lineRange.test(range)) return false;
  const [first = '', last = first] = range.split('-');
  return Number(first) <= Number(last);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
