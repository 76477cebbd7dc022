// Says on what a rule of the contract rests: the published page states it, an example shows it, or a decision assumes it.
import { escaped, unescaped } from './pointers.ts';

/** Line ranges of the published page, `341-345, 862`. */
export type Lines = string;

export type Basis =
  | { kind: 'stated'; lines?: Lines }
  | { kind: 'example'; lines: Lines }
  | { kind: 'decision'; decisions: readonly number[] };

/** The extension that marks what the page does not state; openapi/README.md explains its two forms. */
export const basisExtension = 'x-basis';

/** The extension that names the lines of the page behind a node and all below it. */
export const sourceExtension = 'x-source';

/** `decision 2, 25`, `example 341-345`, or, where a wider mark is not true, `stated 2455`. */
export type BasisText = string;
/** One basis for the whole node, or one for each place below it; `.` is the node itself, `*` any one name. */
export type BasisMark = BasisText | Record<string, BasisText>;

const form = /^(stated|decision|example) ([0-9]+(?:-[0-9]+)?(?:, [0-9]+(?:-[0-9]+)?)*)$/;

/**
 * Reads one basis.
 * @throws Error when the text is none; the linter refuses such a text before.
 */
export function parseBasis(text: BasisText): Basis {
  const [, kind, what = ''] = form.exec(text) ?? [];
  if (kind === 'decision') return { kind, decisions: what.split(', ').map(Number) };
  if (kind === 'example' || kind === 'stated') return { kind, lines: what };
  throw new Error(`"${text}" is no basis: write "decision 2", "example 341-345" or "stated 2455".`);
}

/** One mark of the document. */
export interface Mark {
  /** The pointer of the place for which it speaks; a `*` stands for any one name. */
  place: string;
  text: BasisText;
  /** The pointer of the node that holds the mark. */
  node: string;
}

const isTree = (node: unknown): node is Record<string, unknown> => typeof node === 'object' && node !== null;

/** The marks that one node holds. */
function marksAt(node: unknown, pointer: string): Mark[] {
  const mark = isTree(node) ? (node[basisExtension] as BasisMark | undefined) : undefined;
  if (mark === undefined) return [];
  if (typeof mark === 'string') return [{ place: pointer, text: mark, node: pointer }];
  return Object.entries(mark).map(([key, text]) => ({
    place: key === '.' ? pointer : `${pointer}/${key}`,
    text,
    node: pointer,
  }));
}

/** Every mark of a document, in its order. */
export function marksOf(node: unknown, pointer = '#'): Mark[] {
  if (!isTree(node)) return [];
  return [
    ...marksAt(node, pointer),
    ...Object.entries(node).flatMap(([key, child]) =>
      key === basisExtension ? [] : marksOf(child, `${pointer}/${escaped(key)}`),
    ),
  ];
}

const split = new Map<string, readonly string[]>();

/** The segments of a pointer; every place is asked for thousands of times. */
function segmentsOf(pointer: string): readonly string[] {
  const known = split.get(pointer);
  if (known) return known;
  const segments = pointer.split('/').slice(1);
  split.set(pointer, segments);
  return segments;
}

/** Whether a mark speaks for a pointer: its place is that of the pointer or above it. */
export function covers({ place }: Mark, pointer: string): boolean {
  const wanted = segmentsOf(pointer);
  const marked = segmentsOf(place);
  return marked.length <= wanted.length && marked.every((each, at) => each === '*' || each === wanted[at]);
}

/** How much a mark says about a place: the longer its pointer the more, then the fewer `*` it has. */
const precision = ({ place }: Mark) =>
  segmentsOf(place).length * 100 - segmentsOf(place).filter((segment) => segment === '*').length;

/** The mark that speaks for a pointer: the one with the nearest place at or above it, wherever it is written. */
export function nearest(marks: readonly Mark[], pointer: string): Mark | undefined {
  return marks
    .filter((mark) => covers(mark, pointer))
    .reduce<Mark | undefined>(
      (best, mark) => (best && precision(best) >= precision(mark) ? best : mark),
      undefined,
    );
}

/** Whether a mark names exactly this place, and none above it. */
const isExact = ({ place }: Mark, pointer: string) => segmentsOf(place).length === segmentsOf(pointer).length;

/** The nodes on the way to a pointer, the document first; as far as there are any. */
function wayTo(document: unknown, pointer: string): { node: unknown; pointer: string }[] {
  const way = [{ node: document, pointer: '#' }];
  for (const segment of segmentsOf(pointer)) {
    const last = way.at(-1) as { node: unknown; pointer: string };
    const node = isTree(last.node) ? last.node[unescaped(segment)] : undefined;
    if (node === undefined) break;
    way.push({ node, pointer: `${last.pointer}/${segment}` });
  }
  return way;
}

/** The shared header or parameter that is taken at this place by reference, or undefined. */
function shared(way: { node: unknown; pointer: string }[], pointer: string): string | undefined {
  const last = way.at(-1);
  const isUse = last?.pointer === pointer && /\/(headers|parameters)\/[^/]+$/.test(pointer);
  const reference = isUse && isTree(last.node) ? last.node.$ref : undefined;
  return typeof reference === 'string' ? reference : undefined;
}

/**
 * The basis of a rule: what the nearest mark at or above its place says, wherever that is written, or else that the
 * page states it. References are not followed, since what is shared has marks of its own; but a header or parameter
 * that is taken by reference rests on what the shared one rests on, unless a mark names it at this very place.
 * @param document a bundle with its marks, the strict one
 * @param pointer JSON pointer to the rule, as `#/components/schemas/Amount/minimum`. An entry of `required`, `enum`, a
 *   list of `type` or of statuses is named by its value: `#/components/schemas/Payment/required/ref_id`.
 */
export function basisOf(document: unknown, pointer: string): Basis {
  const way = wayTo(document, pointer);
  const marks = way.flatMap((step) => marksAt(step.node, step.pointer));
  const mark = nearest(marks, pointer);
  const component = shared(way, pointer);
  if (component && !(mark && isExact(mark, pointer))) return basisOf(document, component);
  return mark ? parseBasis(mark.text) : { kind: 'stated' };
}

/** The lines that the operations, callbacks and webhooks name which use a component, whichever way. */
function linesOfUsers(document: unknown, component: string): Lines | undefined {
  const root = document as Record<string, unknown>;
  const leads = (node: unknown, visited: Set<string>): boolean => {
    if (!isTree(node)) return false;
    const reference = node.$ref;
    if (typeof reference === 'string' && !visited.has(reference)) {
      visited.add(reference);
      if (reference === component || leads(wayTo(root, reference).at(-1)?.node, visited)) return true;
    }
    return Object.entries(node).some(([key, child]) => key !== '$ref' && leads(child, visited));
  };
  const users = ['paths', 'webhooks'].flatMap((kind) =>
    Object.values((root[kind] ?? {}) as Record<string, Record<string, unknown>>).flatMap((item) =>
      Object.values(item),
    ),
  );
  const lines = users.flatMap((user) =>
    isTree(user) && typeof user[sourceExtension] === 'string' && leads(user, new Set())
      ? [user[sourceExtension] as Lines]
      : [],
  );
  return lines.length > 0 ? [...new Set(lines)].join(', ') : undefined;
}

/**
 * The lines of the page behind a rule that an example shows or the page states: those of its mark, of the nearest
 * `x-source` at or above it, or, for something shared, of the operations that use it.
 * @returns undefined for what a decision assumes, and for a stated rule that leads to no line.
 */
export function linesOf(document: unknown, pointer: string): Lines | undefined {
  const basis = basisOf(document, pointer);
  if (basis.kind === 'decision') return undefined;
  if (basis.lines !== undefined) return basis.lines;
  const way = wayTo(document, pointer);
  const component = shared(way, pointer);
  if (component) return linesOf(document, component);
  const near = way.findLast(({ node }) => isTree(node) && typeof node[sourceExtension] === 'string')?.node;
  if (near) return (near as Record<string, Lines>)[sourceExtension];
  const [, holder] = /^(#\/components\/[^/]+\/[^/]+)/.exec(pointer) ?? [];
  return holder === undefined ? undefined : linesOfUsers(document, holder);
}
