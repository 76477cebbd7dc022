// The bodies that a sender may have signed instead of the one that travelled, each with what its making changed.
import { createHash } from 'node:crypto';
import type { Cause } from './causes.ts';
import { compactStyle, type JsonNode, type JsonStyle, readJson, sorted, writeJson } from './json-text.ts';

/** A value that may have been signed, and what is wrong with having signed it. */
export interface Variant {
  value: string | Buffer;
  causes: Cause[];
  /** Tried by itself only: there are too many of its kind to combine them with other mistakes. */
  alone?: boolean;
}

/** Larger bodies are tried in the usual spellings only, because each of the others costs a copy. */
const large = 4096;

const spacings: Pick<JsonStyle, 'comma' | 'colon' | 'indent'>[] = [
  { comma: '', colon: '', indent: '' },
  { comma: ' ', colon: ' ', indent: '' },
  { comma: '', colon: ' ', indent: '' },
  { comma: ' ', colon: '', indent: '' },
  { comma: '', colon: ' ', indent: '  ' },
  { comma: '', colon: ' ', indent: '    ' },
  { comma: '', colon: ' ', indent: '\t' },
];

const styles: JsonStyle[] = spacings.flatMap((spacing) =>
  [false, true].flatMap((escapeSlash) =>
    (['plain', 'lower', 'upper'] as const).flatMap((unicode) =>
      [false, true].map((escapeHtml) => ({ ...compactStyle, ...spacing, escapeSlash, unicode, escapeHtml })),
    ),
  ),
);

/** Every order of a few names; of many, only those that begin otherwise, which is how a changed field shows. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length > 5) {
    return items.flatMap((item, index) => {
      const rest = items.filter((_, other) => other !== index);
      return [
        [item, ...rest],
        [...rest, item],
      ];
    });
  }
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    orders(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

function reordered(node: JsonNode): JsonNode[] {
  if (node.kind !== 'object') return [];
  return [
    sorted(node),
    { kind: 'object', members: node.members.toReversed() },
    ...orders(node.members).map((members): JsonNode => ({ kind: 'object', members })),
  ];
}

const has = {
  escaped_slash: (text: string) => text.includes('\\/'),
  escaped_unicode: (text: string) => /\\u(?!00[0-7])[0-9a-fA-F]{4}/.test(text),
  escaped_html: (text: string) => /\\u00[0-7][0-9a-fA-F]/.test(text),
};

/** The names of the keys in the order in which they stand. */
function keysOf(node: JsonNode): string {
  if (node.kind === 'array') return node.items.map(keysOf).join();
  return node.kind === 'object'
    ? node.members.map(([name, value]) => `${name}(${keysOf(value)})`).join()
    : '';
}

/** What lies between two spellings of one JSON value. */
function differences(sent: string, signed: string, sentTree: JsonNode, signedTree: JsonNode): Cause[] {
  const causes: Cause[] = [];
  for (const name of ['escaped_slash', 'escaped_unicode', 'escaped_html'] as const) {
    if (has[name](signed) && !has[name](sent)) causes.push(name);
    if (!has[name](signed) && has[name](sent)) causes.push(`un${name}`);
  }
  const blanks = (text: string) => text.replaceAll(/"(?:[^"\\]|\\.)*"|[^\s]/g, '').length;
  const [before, after] = [blanks(sent), blanks(signed)];
  if (after > before) causes.push('added_blanks');
  if (after < before) causes.push('removed_blanks');
  if (keysOf(sentTree) !== keysOf(signedTree)) causes.push('key_order');
  return causes.length > 0 ? causes : ['body_reserialised'];
}

function jsonBodies(text: string): Variant[] {
  const tree = readJson(text);
  if (!tree) return [];
  const write = (node: JsonNode, used: readonly JsonStyle[]): Variant[] =>
    used.map((style) => {
      const value = writeJson(node, style);
      return { value, causes: differences(text, value, tree, node) };
    });
  // What JavaScript makes of it: doubled keys merged, numeric ones first, numbers spelt anew.
  const parsed = JSON.stringify(JSON.parse(text));
  const parsedTree = readJson(parsed) ?? tree;
  const few = styles.filter(({ escapeHtml, comma, colon }) => !escapeHtml && comma === colon);
  if (text.length > large) return write(tree, few);
  return [
    ...write(tree, styles),
    ...write(parsedTree, styles).map(({ value, causes }) => ({
      value,
      causes: causes.includes('body_reserialised') ? causes : [...causes, 'body_reserialised' as const],
    })),
    ...reordered(tree).flatMap((node) => write(node, few).map((variant) => ({ ...variant, alone: true }))),
  ];
}

/** Bodies that were not serialised otherwise, but taken for something else. */
function otherBodies(body: Buffer): Variant[] {
  const text = body.toString();
  const trimmed = text.trim();
  const instead = ['{}', '[]', 'null', '""', 'undefined'].map(
    (value): Variant => ({ value, causes: ['body_for_none'] }),
  );
  const none: Variant[] = [{ value: '', causes: ['body_left_out'] }];
  const digest = createHash('sha256').update(body).digest('hex');
  return [
    ...(body.length === 0 ? instead : none),
    { value: trimmed, causes: ['added_line_end'] },
    { value: `${trimmed}\n`, causes: ['added_line_end'] },
    { value: `${trimmed}\r\n`, causes: ['added_line_end'] },
    { value: `\uFEFF${text}`, causes: ['byte_order_mark'] },
    { value: digest, causes: ['body_hashed'] },
  ];
}

/** Every body that may have been signed in place of the one that travelled, which is not among them. */
export function bodyVariants(body: Buffer): Variant[] {
  const seen = new Set([body.toString()]);
  return [...jsonBodies(body.toString()), ...otherBodies(body)].filter(({ value }) => {
    if (seen.has(value.toString())) return false;
    seen.add(value.toString());
    return true;
  });
}
