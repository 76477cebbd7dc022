// Writes JSON values as literals of a programming language, as far as the languages differ only in punctuation.

/** The punctuation of a language's literals. */
export interface Notation {
  string: (text: string) => string;
  number: (value: number) => string;
  boolean: (value: boolean) => string;
  null: string;
  /** What stands around the elements of a list. */
  list: [open: string, close: string];
  /** What stands around the entries of an object. */
  object: [open: string, close: string];
  /** An object without entries. */
  emptyObject: string;
  /** The entries of an object, their values written already. */
  entries: (entries: [key: string, value: string][]) => string[];
  indent: string;
  /** Whether a comma follows the last element of a broken list. */
  trailingComma: boolean;
}

/** Characters that JSON lets pass, but that end a line or are forbidden in the source of some language. */
const unfitForSources = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** A JSON string literal is also one of Go, Python and C#: their escapes contain those of JSON. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    unfitForSources,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Writes a JSON value, broken over lines like JSON with an indent.
 * @throws Error on numbers that are not safe integers: no API value is one, and languages disagree about them.
 */
export function literal(value: unknown, notation: Notation): string {
  if (value === null) return notation.null;
  if (typeof value === 'string') return notation.string(value);
  if (typeof value === 'boolean') return notation.boolean(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`${value} cannot be written exactly everywhere.`);
    return notation.number(value);
  }
  const isList = Array.isArray(value);
  const [open, close] = isList ? notation.list : notation.object;
  const elements = isList
    ? value.map((item) => literal(item, notation))
    : notation.entries(Object.entries(value as object).map(([key, item]) => [key, literal(item, notation)]));
  if (elements.length === 0) return isList ? `${open}${close}` : notation.emptyObject;
  const body = elements.join(',\n').replaceAll('\n', `\n${notation.indent}`);
  return `${open}\n${notation.indent}${body}${notation.trailingComma ? ',' : ''}\n${close}`;
}
