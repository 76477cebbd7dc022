// Reads docs/page-samples: which lines of the published page are code samples, and what came of each when it was run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Bilingual } from './decisions.ts';
import { root } from './paths.ts';

/** The languages of the page's samples that are run, with their names on the page. */
export const sampleLanguages = {
  curl: 'cURL',
  php: 'PHP',
  node: 'Node.js',
  go: 'Go',
  python: 'Python',
} as const;
export type SampleLanguage = keyof typeof sampleLanguages;

/** The servers that each sample is run against. */
export const sampleServers = ['sandbox', 'literal', 'mock'] as const;
export type SampleServer = (typeof sampleServers)[number];

/** What can come of a sample; docs/page-samples/README.md explains the words. */
export const verdicts = ['as printed', 'differs', 'refused', 'works', 'fails', 'not tried'] as const;
export type Verdict = (typeof verdicts)[number];

/** What is put around a sample to make a program of it. */
export const framings = [
  'imports',
  'program',
  'reads',
  'reads inside',
  'sends',
  'calls',
  'request',
  'answer',
  'framework',
  'browser',
] as const;
export type Framing = (typeof framings)[number];

/** First and last line, both included, counted from 1. */
export type Lines = [first: number, last: number];

export interface Outcome {
  verdict: Verdict;
  /** Names of reasons.yaml. */
  reasons: string[];
}

/** One sample in one language. */
export interface PageSample {
  /** `create-payment-php`: unique, and fit for a file or a segment of a path. */
  id: string;
  topic: Topic;
  language: SampleLanguage;
  lines: Lines;
  framed: Framing[];
  outcome: Record<SampleServer, Outcome>;
}

/** What is to be there before a sample is run. */
export const needs = [
  'pending payment',
  'paid payment',
  'verified payment',
  'failed verification',
  'payment of that month',
  'webhook',
  'signing terminal',
] as const;
export type Need = (typeof needs)[number];

/** How a topic is run; most of them send one request. */
export const kinds = ['request', 'headers', 'callback', 'webhook', 'signing', 'response'] as const;
export type Kind = (typeof kinds)[number];

/** What a group of samples shows, once in each language. */
export interface Topic {
  id: string;
  what: Bilingual;
  kind: Kind;
  operation?: string;
  /** Where the page prints the answer. */
  prints?: Lines;
  needs?: Need;
  samples: PageSample[];
  /** The sample in C#, which is not run. */
  csharp?: Lines;
}

/** Why a sample does not give what the page prints. */
export interface Reason {
  /** A few words for the table. */
  short: Bilingual;
  /** The whole reason. */
  text: Bilingual;
  decision?: number;
  /** How an outcome with this reason is known; which one depends on the verdict. */
  explains: {
    /** Differences from what is printed, as compare.ts words them. */
    differences?: string[];
    /** A refusal by its code, by the field or the reason in its details, and by what it has to tell the caller. */
    refusal?: { status: number; code: number; detail?: string; says?: string };
    /** What a failing program prints. */
    failure?: string;
    /** A finding of the topics that are tried by hand. */
    finding?: string;
  };
}

export interface PageSamples {
  /** SHA-256 of the page whose lines are named. */
  fingerprint: string;
  topics: Topic[];
  samples: PageSample[];
  reasons: Record<string, Reason>;
}

/** `as printed`, `differs: one, two`. */
export function parseOutcome(text: string): Outcome {
  const [verdict = '', reasons = ''] = text.split(': ');
  return { verdict: verdict as Verdict, reasons: reasons ? reasons.split(', ') : [] };
}

/** The words of an outcome, as they stand in samples.yaml. */
export const outcomeText = ({ verdict, reasons }: Outcome) =>
  reasons.length > 0 ? `${verdict}: ${reasons.join(', ')}` : verdict;

/** `30-31`, or `88` for a single line. */
export function parseLines(range: string): Lines {
  const [first = Number.NaN, last = first] = String(range).split('-').map(Number);
  return [first, last];
}

interface TopicFile {
  id: string;
  what: Bilingual;
  kind?: Kind;
  operation?: string;
  prints?: string;
  needs?: Need;
  lines: Partial<Record<SampleLanguage | 'csharp', string>>;
  framed?: Partial<Record<SampleLanguage, Framing[]>>;
  outcome?: Partial<Record<SampleLanguage | 'all', Partial<Record<SampleServer, string>>>>;
}

function readTopic({ lines, prints, framed, outcome = {}, kind = 'request', ...rest }: TopicFile): Topic {
  const { csharp, ...run } = lines;
  const topic: Topic = {
    ...rest,
    kind,
    ...(prints ? { prints: parseLines(prints) } : {}),
    ...(csharp ? { csharp: parseLines(csharp) } : {}),
    samples: [],
  };
  topic.samples = Object.entries(run).map(([name, range]) => {
    const language = name as SampleLanguage;
    const words = { ...outcome.all, ...outcome[language] };
    return {
      id: `${topic.id}-${language}`,
      topic,
      language,
      lines: parseLines(range),
      framed: framed?.[language] ?? [],
      outcome: Object.fromEntries(
        sampleServers.map((server) => [server, parseOutcome(words[server] ?? 'not tried')]),
      ) as Record<SampleServer, Outcome>,
    };
  });
  return topic;
}

/** Reads the register; tests/page-samples.test.ts checks that it is complete. */
export function readPageSamples(folder = join(root, 'docs/page-samples')): PageSamples {
  const read = (file: string) => parse(readFileSync(join(folder, file), 'utf8')) as unknown;
  const { fingerprint, topics: files } = read('samples.yaml') as {
    fingerprint: string;
    topics: TopicFile[];
  };
  const topics = files.map(readTopic);
  return {
    fingerprint,
    topics,
    samples: topics.flatMap(({ samples }) => samples),
    reasons: read('reasons.yaml') as Record<string, Reason>,
  };
}
