// The one place that knows what nobody may read in logs, records, pages and archives, and finds it in any text.
import { idempotency, sensitiveFields, signing } from '../../../generated/facts.ts';
import { withoutTokens } from '../terminals/tokens-in-text.ts';

/** Names without their case, dashes and underscores: `Card-Number` is `card_number` to whoever wrote it. */
const folded = (name: string) => name.toLowerCase().replaceAll(/[-_\s]/g, '');

/** Headers whose values are nobody's business; the idempotency key is a text of the shop's own. */
export const secretHeaders: readonly string[] = [
  'authorization',
  'cookie',
  'x-api-key',
  'x-api-token',
  'x-control-token',
  idempotency.header,
  idempotency.alias,
  signing.request.signature_header,
].map((name) => name.toLowerCase());

const secretNames = new Set(
  [...sensitiveFields, 'token', 'secret_key', 'signature', 'password', 'authorization', 'x-api-token'].map(
    folded,
  ),
);

/** Whether what has this name is personal or secret, whatever its type. */
export function isConfidential(name: string): boolean {
  return secretNames.has(folded(name));
}

/** What is found in a text: the value of a confidential field as it is written, a number, or a token. */
export type Found = 'field' | 'number' | 'token';

/** What stands in its place. */
export type Cover = (value: string, found: Found) => string;

const digit = '[0-9\u06f0-\u06f9\u0660-\u0669]';
const edge = `(?<![0-9A-Za-z\u06f0-\u06f9\u0660-\u0669])`;
const end = `(?![0-9A-Za-z\u06f0-\u06f9\u0660-\u0669])`;
const nine = '[9\u06f9\u0669]';
const zero = '[0\u06f0\u0660]';
const eight = '[8\u06f8\u0668]';
/** Card numbers, in groups too, and mobile numbers in each documented form, also after a `+` that an address escapes. */
const numbers = new RegExp(
  [
    `${edge}(?:${digit}{4}[ -]){3}${digit}{4}${end}`,
    `${edge}${digit}{13,19}${end}`,
    `(?:(?<=%2[Bb])|${edge})(?:\\+?(?:${zero}${zero})?${nine}${eight}|${zero})?${nine}${digit}{9}${end}`,
  ].join('|'),
  'g',
);

/** Where the value that begins here ends: a text, a list, an object, or a word; whether it is complete or not. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let inText = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inText = false;
      if (!inText && depth === 0) return at + 1;
    } else if (sign === '"') inText = true;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') {
      depth -= 1;
      if (depth <= 0) return depth < 0 ? at : at + 1;
    } else if (depth === 0 && (sign === ',' || sign === '\n')) return at;
  }
  return text.length;
}

/** A name of JSON as it is meant: its escapes are part of how it is written. */
function meant(name: string): string {
  try {
    return JSON.parse(`"${name}"`) as string;
  } catch {
    return name;
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The name of a JSON member with its colon, or of a parameter with its sign of equality. */
const nameBefore = /"((?:[^"\\]|\\.){1,80})"\s*:\s*|(?<=^|[?&;\s])([\w%.[\]-]{1,80})=/g;

function coveredFields(text: string, cover: Cover): string {
  let result = '';
  let done = 0;
  nameBefore.lastIndex = 0;
  for (let match = nameBefore.exec(text); match; match = nameBefore.exec(text)) {
    const [whole, member, parameter] = match;
    if (!isConfidential(member === undefined ? decoded(parameter ?? '') : meant(member))) {
      // The next name may begin with the sign at which this one ended.
      if (member !== undefined) nameBefore.lastIndex = match.index + whole.length;
      continue;
    }
    const start = match.index + whole.length;
    const length = member === undefined ? /^[^&;\s#]*/.exec(text.slice(start))?.[0].length : undefined;
    const stop = length === undefined ? endOfValue(text, start) : start + length;
    result += text.slice(done, start) + cover(text.slice(start, stop), 'field');
    done = stop;
    nameBefore.lastIndex = stop;
  }
  return result + text.slice(done);
}

/** @returns the text with everything confidential covered; the rest of it to the letter. */
export function covered(text: string, cover: Cover): string {
  const withoutFields = coveredFields(text, cover);
  const safe = withoutTokens(withoutFields, (token) => cover(token, 'token'));
  return safe.replaceAll(numbers, (number) => cover(number, 'number'));
}

/** Nothing of it stays; a JSON value gives way to another. */
export const blotted: Cover = (value, found) => {
  if (found === 'token') return 'idg_***';
  return found === 'field' && /^["[{0-9-]/.test(value) ? '"***"' : '***';
};

/** Each byte keeps its place, and a number the first four digits, so that texts can be compared. */
export const keepingPlaces: Cover = (value, found) => {
  const quote = found === 'field' && value.startsWith('"') ? '"' : '';
  const inner = value.slice(quote.length, quote && value.length > 1 && value.endsWith('"') ? -1 : undefined);
  const kept = found === 'token' ? 'idg_' : (/^[+-]?[0-9]{4}(?=[0-9]{6})/.exec(inner)?.[0] ?? '');
  const hidden = '*'.repeat(Buffer.byteLength(inner) - kept.length);
  return `${quote}${kept}${hidden}${value.slice(quote.length + inner.length)}`;
};

const digits = /[0-9\u06f0-\u06f9\u0660-\u0669]/g;

/** The first six digits tell what kind of number it is; those that tell whose it is become 0. */
function strangerOf(value: string): string {
  if (/^[0-9]+\*+[0-9]+$/.test(value) || /^\*+\w*\*+$/.test(value)) return value;
  if (/^[+-]?[0-9][0-9 -]{9,22}(\.[0-9]+)?$/.test(value)) {
    let seen = 0;
    return value.replaceAll(/[0-9]/g, (one) => {
      seen += 1;
      return seen > 6 ? '0' : one;
    });
  }
  return value.replaceAll(digits, '0').replaceAll(/[A-Za-z]/g, '0');
}

/** The same kind of value, and nobody's. */
function strangerValue(value: unknown): unknown {
  if (typeof value === 'string') return strangerOf(value);
  if (typeof value === 'number') return Number(strangerOf(String(value)));
  if (Array.isArray(value)) return value.map(strangerValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, strangerValue(inner)]));
}

/** Gives way to another of the same form, so that what was recorded can still be judged. */
export const asStranger: Cover = (value, found) => {
  if (found === 'token') return value.replaceAll(/[0-9A-Za-z]{8,}/g, (some) => '0'.repeat(some.length));
  if (found === 'number') return strangerOf(value);
  try {
    // A number that is written with zeros at its beginning, or one that JSON rounds, keeps its letters.
    return /^["[{]/.test(value) ? JSON.stringify(strangerValue(JSON.parse(value))) : strangerOf(value);
  } catch {
    return value.replaceAll(digits, '0').replaceAll(/[A-Za-z]/g, '0');
  }
};

/** The same for bytes of any encoding. */
export function coveredBytes(bytes: Buffer, cover: Cover): Buffer {
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return Buffer.from(covered(text, cover), 'utf8');
  // One character for each byte, so that nothing is lost on the way.
  return Buffer.from(covered(bytes.toString('latin1'), cover), 'latin1');
}

const redacted = '[redacted]';

/** @returns a JSON value in which whatever is confidential by its name or its form is gone. */
export function withoutConfidential(value: unknown): unknown {
  if (typeof value === 'string')
    return covered(value, (_value, found) => (found === 'field' ? '***' : `[${found}]`));
  if (typeof value === 'number') {
    const text = String(Math.abs(value));
    return new RegExp(numbers.source).test(text) && text.length !== 13 ? '[number]' : value;
  }
  if (Array.isArray(value)) return value.map(withoutConfidential);
  if (typeof value !== 'object' || value === null) return value;
  // By entries of its own, so that a name such as __proto__ stays a name.
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      covered(name, blotted),
      isConfidential(name) && inner !== null ? redacted : withoutConfidential(inner),
    ]),
  );
}
