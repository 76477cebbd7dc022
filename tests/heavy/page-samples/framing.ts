// Makes programs of the page's samples: what is put around each one, by its language; its own lines stay as they are.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Framing, Kind, SampleLanguage } from '../../../foundation/reader/page-samples.ts';

export const framesFolder = join(import.meta.dirname, 'frames');

/** A program, and what had to be put around the sample to make it one. */
export interface Framed {
  text: string;
  framed: Framing[];
}

const frame = (file: string) => readFileSync(join(framesFolder, file), 'utf8');

/** What is put behind a sample that stops before anything can be seen of it, by how its topic is run. */
const behind: Partial<Record<Kind, Framing[]>> = {
  headers: ['sends'],
  signing: ['sends'],
  response: ['calls'],
};

/** The file of a frame behind a sample, if its topic has one. */
const after = (kind: Kind, extension: string) => (kind in behind ? `\n${frame(`${kind}.${extension}`)}` : '');

function curl(sample: string): Framed {
  return { text: sample, framed: [] };
}

function php(sample: string, kind: Kind): Framed {
  const before = kind === 'response' ? frame('response-before.php') : '';
  const framed: Framing[] =
    kind === 'callback' ? ['framework'] : kind === 'response' ? ['answer', 'calls'] : (behind[kind] ?? []);
  return { text: before + sample + after(kind, 'php'), framed };
}

function node(sample: string, kind: Kind): Framed {
  const server = kind === 'callback' || kind === 'webhook';
  const browser = /\bwindow\./.test(sample);
  return {
    text: (browser ? frame('browser.cjs') : '') + sample + after(kind, 'cjs'),
    framed: [
      ...(browser ? ['browser' as const] : []),
      ...(server ? ['framework' as const] : (behind[kind] ?? [])),
    ],
  };
}

function python(sample: string, kind: Kind): Framed {
  const lacksRequests = /\brequests\./.test(sample) && !/^import .*\brequests\b/m.test(sample);
  const imports = lacksRequests ? 'import requests\n' : '';
  const shop = kind === 'callback' || kind === 'webhook' ? `\n${frame('shop.py')}` : '';
  const framed: Framing[] =
    kind === 'callback' ? ['framework'] : kind === 'webhook' ? ['calls'] : (behind[kind] ?? []);
  return {
    text: imports + sample + after(kind, 'py') + shop,
    framed: [...(lacksRequests ? ['imports' as const] : []), ...framed],
  };
}

/** The packages of Go's library that the samples use, by the name before the dot. */
const goPackages: Record<string, string> = {
  bytes: 'bytes',
  fmt: 'fmt',
  http: 'net/http',
  json: 'encoding/json',
  log: 'log',
  os: 'os',
  time: 'time',
  url: 'net/url',
};

/** The variables that a piece of Go declares at some depth and never mentions again, which Go refuses. */
function unread(source: string, indentation: string): string[] {
  const declared = [...source.matchAll(new RegExp(`^${indentation}([\\w, ]+) :=`, 'gm'))].flatMap(
    ([, names]) => (names ?? '').split(', '),
  );
  return declared.filter(
    (name) => name !== '_' && [...source.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length === 1,
  );
}

const reading = (names: string[]) => `${names.map(() => '_').join(', ')} = ${names.join(', ')}\n`;

/**
 * A sample in Go: a whole program as it is, and anything else as a package `sample` with a function Run.
 * @param repaired whether variables that the sample's own function never reads are read inside of it.
 */
function go(sample: string, kind: Kind, repaired = true): Framed {
  if (sample.startsWith('package main')) return { text: sample, framed: [] };
  const framed = new Set<Framing>(['program']);
  let body = sample;
  if (kind === 'headers') {
    framed.add('request');
    body = `req, _ := http.NewRequest("GET", os.Getenv("SERVER")+"/v2/transactions", nil)\n${body}`;
  }
  if (/\bhttp\.NewRequest\(/.test(body) && !/\.Do\(/.test(body)) {
    framed.add('sends');
    body += 'http.DefaultClient.Do(req)\n';
  }
  const own = /^func (\w+)\(\) \{$/m.exec(body)?.[1];
  const idle = unread(body, own ? '    ' : '');
  if (idle.length > 0) framed.add(own ? 'reads inside' : 'reads');
  if (own) {
    framed.add('calls');
    if (idle.length > 0 && repaired) body = body.replace(/\n\}\n$/, `\n${reading(idle)}}\n`);
    body += `func Run() { ${own}() }\n`;
  } else {
    body = `func Run() {\n${body}${idle.length > 0 ? reading(idle) : ''}}\n`;
  }
  const used = Object.entries(goPackages).filter(([name]) => new RegExp(`\\b${name}\\.[A-Z]`).test(body));
  if (used.length > 0) framed.add('imports');
  const imports = used.map(([, path]) => `import "${path}"\n`).join('');
  return { text: `package sample\n${imports}\n${body}`, framed: [...framed] };
}

/** The program of the sample in Go whose function leaves variables unread, just as the page prints it. */
export const unrepairedGo = (sample: string, kind: Kind) => go(sample, kind, false).text;

/** Frames a sample, whose placeholders are filled in already. */
export const frameSample = (language: SampleLanguage, sample: string, kind: Kind): Framed =>
  ({ curl, php, node, go, python })[language](sample, kind);
