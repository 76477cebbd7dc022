// Reads JSON into a tree that remembers how numbers and keys were written, and writes it in the styles of other languages.

export type JsonNode =
  | { kind: 'object'; members: [name: string, value: JsonNode][] }
  | { kind: 'array'; items: JsonNode[] }
  | { kind: 'string'; value: string }
  /** A number or a word, exactly as it was written. */
  | { kind: 'literal'; text: string };

/** How a serialiser writes what JSON lets it choose. */
export interface JsonStyle {
  /** What follows a comma, a colon, and starts each line of nested members. */
  comma: string;
  colon: string;
  indent: string;
  escapeSlash: boolean;
  /** How characters beyond ASCII are escaped, if they are. */
  unicode: 'plain' | 'lower' | 'upper';
  /** Whether `<`, `>` and `&` (and in upper-case hexadecimal also `'`, `+`) are escaped, as Go and C# do. */
  escapeHtml: boolean;
}

export const compactStyle: JsonStyle = {
  comma: '',
  colon: '',
  indent: '',
  escapeSlash: false,
  unicode: 'plain',
  escapeHtml: false,
};

const tokens = /"(?:[^"\\]|\\.)*"|[^\s"{}[\],:]+|[{}[\],:]/g;

/** Deeper nesting than any request of the API has, and than this recursion should follow. */
const deepest = 50;

/** @returns the tree, or undefined for what is not JSON. */
export function readJson(text: string): JsonNode | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const found = text.match(tokens) ?? [];
  let at = 0;
  const read = (depth: number): JsonNode => {
    if (depth > deepest) throw new RangeError('too deep');
    const token = found[at++] as string;
    if (token === '[') {
      const items: JsonNode[] = [];
      while (found[at] !== ']') {
        items.push(read(depth + 1));
        if (found[at] === ',') at += 1;
      }
      at += 1;
      return { kind: 'array', items };
    }
    if (token === '{') {
      const members: [string, JsonNode][] = [];
      while (found[at] !== '}') {
        const name = JSON.parse(found[at] as string) as string;
        at += 2;
        members.push([name, read(depth + 1)]);
        if (found[at] === ',') at += 1;
      }
      at += 1;
      return { kind: 'object', members };
    }
    return token.startsWith('"')
      ? { kind: 'string', value: JSON.parse(token) as string }
      : { kind: 'literal', text: token };
  };
  try {
    return read(0);
  } catch {
    return undefined;
  }
}

function escaped(character: string, hex: JsonStyle['unicode']): string {
  const digits = character.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${hex === 'upper' ? digits.toUpperCase() : digits}`;
}

function writeString(value: string, { escapeSlash, unicode, escapeHtml }: JsonStyle): string {
  let text = JSON.stringify(value);
  if (escapeSlash) text = text.replaceAll('/', '\\/');
  if (escapeHtml) {
    const special = unicode === 'upper' ? /[<>&'+`]/g : /[<>&]/g;
    text = text.replaceAll(special, (character) => escaped(character, unicode));
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is meant
  return unicode === 'plain' ? text : text.replaceAll(/[^\x00-\x7f]/g, (unit) => escaped(unit, unicode));
}

/** @returns the tree as a serialiser of this style writes it. */
export function writeJson(node: JsonNode, style: JsonStyle, level = 0): string {
  if (node.kind === 'literal') return node.text;
  if (node.kind === 'string') return writeString(node.value, style);
  const parts =
    node.kind === 'array'
      ? node.items.map((item) => writeJson(item, style, level + 1))
      : node.members.map(
          ([name, value]) =>
            `${writeString(name, style)}:${style.colon}${writeJson(value, style, level + 1)}`,
        );
  const [open, close] = node.kind === 'array' ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  if (style.indent === '') return `${open}${parts.join(`,${style.comma}`)}${close}`;
  const line = `\n${style.indent.repeat(level + 1)}`;
  return `${open}${line}${parts.join(`,${line}`)}\n${style.indent.repeat(level)}${close}`;
}

/** The tree with the members of every object in the order of their names. */
export function sorted(node: JsonNode): JsonNode {
  if (node.kind === 'array') return { kind: 'array', items: node.items.map(sorted) };
  if (node.kind !== 'object') return node;
  const members = node.members.map(([name, value]): [string, JsonNode] => [name, sorted(value)]);
  return { kind: 'object', members: members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) };
}
