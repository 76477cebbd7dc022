// Compares an answer with the one that the page prints: the same fields, the same constants, values of the same kind.

/** Fields whose texts are made by the server and mean nothing by themselves (docs/decisions/0063). */
const identifiers = new Set([
  'authority',
  'ref_id',
  'ref_code',
  'request_id',
  'id',
  'webhook_id',
  'signature',
  'X-Signature',
  // The names of banks.
  'psp',
]);

/** Fields whose prefix alone is fixed, such as `txn_`. */
const prefixed = new Set(['idempotency_key', 'X-Idempotency-Key']);

/** Numbers that depend on what has happened; below these fields every number does. */
const measured =
  /(^|\.)(processing_time_ms|response_time)$|(^|\.)(summary|\w+_breakdown|payment_methods)[.[]/;

/** Texts in which only the digits and names change. */
const kinds: [name: string, pattern: RegExp][] = [
  ['a Jalali date and time', /^1[34]\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/],
  ['a Jalali date', /^1[34]\d\d-\d\d-\d\d$/],
  ['a moment in UTC', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
  ['the address of a payment page', /^https?:\/\/[^/]+\/startpay\/[0-9A-Z]+$/],
  ['Unix seconds', /^\d{10}$/],
  ['a version of three numbers', /^\d+\.\d+\.\d+$/],
];

const kindOf = (text: string) => kinds.find(([, pattern]) => pattern.test(text))?.[0];

/** Half-spaces got lost in the copy of the page (docs/decisions/0044). */
const withoutHalfSpaces = (text: string) => text.replaceAll('\u200c', '');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

function compareText(place: string, field: string, printed: string, given: string): string[] {
  const kind = kindOf(printed);
  if (kind) return kindOf(given) === kind ? [] : [`${place}: "${given}" is not ${kind}`];
  if (identifiers.has(field)) return given === '' ? [`${place}: empty`] : [];
  const [prefix = printed] = /^[a-z]+_/.exec(printed) ?? [];
  if (prefixed.has(field) && given.startsWith(prefix)) return [];
  return withoutHalfSpaces(given) === withoutHalfSpaces(printed) ? [] : [`${place}: "${given}"`];
}

/**
 * What is different in an answer, each as `place: what it has instead`.
 * @param printed what the page prints; `"...": "..."` in it stands for more of the same.
 */
export function differences(printed: unknown, given: unknown, place = ''): string[] {
  const field = place.split(/[.[]/).at(-1) ?? '';
  if (typeOf(printed) !== typeOf(given)) return [`${place}: ${JSON.stringify(given)}`];
  if (isObject(printed) && isObject(given)) {
    const open = '...' in printed;
    const names = [...new Set([...Object.keys(printed), ...Object.keys(given)])].filter(
      (name) => name !== '...',
    );
    return names.flatMap((name) => {
      const inner = place ? `${place}.${name}` : name;
      if (!(name in given)) return [`${inner}: missing`];
      if (!(name in printed)) return open ? [] : [`${inner}: added`];
      return differences(printed[name], given[name], inner);
    });
  }
  if (Array.isArray(printed) && Array.isArray(given)) {
    if (!isObject(printed[0])) {
      return JSON.stringify(printed) === JSON.stringify(given) ? [] : [`${place}: ${JSON.stringify(given)}`];
    }
    // Lists of objects are excerpts; every row has the form of the printed ones (docs/decisions/0061).
    if (given.length === 0) return [`${place}: empty`];
    const rows = given.flatMap((row, index) => {
      const options = printed.map((example) => differences(example, row, `${place}[${index}]`));
      return options.sort((one, other) => one.length - other.length)[0] ?? [];
    });
    return rows;
  }
  if (typeof printed === 'string' && typeof given === 'string') {
    return compareText(place, field, printed, given);
  }
  if (typeof printed === 'number' && measured.test(place)) return [];
  return printed === given ? [] : [`${place}: ${JSON.stringify(given)}`];
}
