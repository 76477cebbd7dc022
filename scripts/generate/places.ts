// Finds the file and line of openapi/ where each rule of the bundle stands, so that a violation can name it.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { ContractDocument } from '../../foundation/reader/document.ts';
import { root } from '../../foundation/reader/paths.ts';
import { escaped, namesOf, nodeAt } from '../../foundation/reader/pointers.ts';

/** JSON pointers of the bundle, each with its `openapi/…yaml:line`; a pointer without one stands where its parent does. */
export type Places = Record<string, string>;

/** Prose and the values of examples: nobody breaks a rule by a line of them, so they would only make the file longer. */
const noRules = new Set([
  'description',
  'summary',
  'title',
  'tags',
  'example',
  'value',
  'x-source',
  'x-enum-descriptions',
]);

interface SourceFile {
  path: string;
  contents: Node | null;
  lines: LineCounter;
}

/** A node of a source file, and the line where its key stands. */
interface Source {
  file: SourceFile;
  node: unknown;
  line: number;
}

/** Reads the files of openapi/ and follows their references; every file is parsed once. */
function sourceReader() {
  const files = new Map<string, SourceFile>();
  const open = (path: string): SourceFile => {
    const known = files.get(path);
    if (known) return known;
    const lines = new LineCounter();
    const { contents } = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
    const file = { path, contents, lines };
    files.set(path, file);
    return file;
  };

  const child = ({ file, node }: Source, segment: string): Source | undefined => {
    const lineOf = (part: unknown) => file.lines.linePos((part as Node).range?.[0] ?? 0).line;
    if (isMap(node)) {
      const pair = node.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === segment);
      return pair && { file, node: pair.value, line: lineOf(pair.key) };
    }
    if (isSeq(node)) {
      const item = node.items[Number(segment)];
      return item === undefined ? undefined : { file, node: item, line: lineOf(item) };
    }
    return undefined;
  };

  const top = (path: string): Source => {
    const file = open(path);
    return { file, node: file.contents, line: 1 };
  };

  /** Where a node really stands: a `$ref` is followed to its end. */
  const follow = (source: Source): Source => {
    const reference = isMap(source.node) ? source.node.get('$ref') : undefined;
    if (typeof reference !== 'string') return source;
    const [file, pointer = ''] = reference.split('#');
    let found: Source | undefined = top(file ? join(dirname(source.file.path), file) : source.file.path);
    for (const name of namesOf(pointer)) found = found && child(found, name);
    if (!found) throw new Error(`${source.file.path}:${source.line}: ${reference} points nowhere.`);
    return follow(found);
  };
  return { top, child, follow };
}

/**
 * Walks the bundle and its sources side by side.
 * @returns the place of each rule, sorted by pointer.
 * @throws Error when the bundle holds a component that no source leads to.
 */
export function placesOf(document: ContractDocument): Places {
  const { top, child, follow } = sourceReader();
  const places: Places = {};
  const visited = new Set<string>();

  const visit = (node: unknown, pointer: string, source: Source, parent: string) => {
    const here = follow(source);
    // Where a reference has siblings, those stand at the reference itself.
    const place = `${relative(root, here.file.path)}:${here.line}`;
    if (place !== parent) places[pointer] = place;
    if (typeof node !== 'object' || node === null) return;
    const reference = '$ref' in node ? node.$ref : undefined;
    if (typeof reference === 'string' && !visited.has(reference)) {
      visited.add(reference);
      visit(nodeAt(document, reference), reference, here, '');
    }
    // A field of an answer may be called as a keyword of prose is.
    const holdsFields = pointer.endsWith('/properties');
    for (const [key, value] of Object.entries(node)) {
      if (!holdsFields && (noRules.has(key) || key === '$ref')) continue;
      const next = child(source, key) ?? child(here, key);
      if (next) visit(value, `${pointer}/${escaped(key)}`, next, place);
    }
  };

  const start = top(join(root, 'openapi', 'openapi.yaml'));
  for (const [key, value] of Object.entries(document)) {
    const source = child(start, key);
    if (source) visit(value, `#/${escaped(key)}`, source, '');
  }
  return Object.fromEntries(Object.entries(places).sort(([one], [other]) => (one < other ? -1 : 1)));
}
