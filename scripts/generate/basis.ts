// Says on what a rule of the contract rests: the published page states it, an example shows it, or a decision assumes it.

/** Line ranges of the published page, `341-345, 862`. */
type Lines = string;

export type Basis =
  | { kind: 'stated' }
  | { kind: 'example'; lines: Lines }
  | { kind: 'decision'; decisions: readonly number[] };

/** The extension that marks what the page does not state; openapi/README.md explains its two forms. */
export const basisExtension = 'x-basis';

/** `decision 2, 25` or `example 341-345`. */
export type BasisText = string;
export type BasisMark = BasisText | Record<string, BasisText>;

const form = /^(decision|example) ([0-9]+(?:-[0-9]+)?(?:, [0-9]+(?:-[0-9]+)?)*)$/;

/**
 * Reads one basis.
 * @throws Error when the text is neither `decision N` nor `example A-B`; the linter refuses such a text before.
 */
export function parseBasis(text: BasisText): Basis {
  const [, kind, what = ''] = form.exec(text) ?? [];
  if (kind === 'decision') return { kind, decisions: what.split(', ').map(Number) };
  if (kind === 'example') return { kind, lines: what };
  throw new Error(`"${text}" is no basis: write "decision 2" or "example 341-345".`);
}

/** The most specific mark of one node for what stands below it at a relative pointer (`required/amount`). */
function markFor(mark: BasisMark | undefined, below: string): BasisText | undefined {
  if (mark === undefined || typeof mark === 'string') return mark;
  const fitting = Object.keys(mark).filter((key) => below === key || below.startsWith(`${key}/`));
  const longest = fitting.sort((one, other) => other.length - one.length)[0];
  return longest === undefined ? undefined : mark[longest];
}

const unescaped = (segment: string) => segment.replaceAll('~1', '/').replaceAll('~0', '~');

/**
 * The basis of a rule: the nearest mark at or above it, or else that the page states it.
 * @param document a bundle with its marks, the strict one
 * @param pointer JSON pointer to the rule, as `#/components/schemas/Amount/minimum`. An entry of `required` or `enum`
 *   is named by its value: `#/components/schemas/Payment/required/ref_id`.
 */
export function basisOf(document: unknown, pointer: string): Basis {
  const segments = pointer.split('/').slice(1);
  let node: unknown = document;
  let found: BasisText | undefined;
  for (let depth = 0; depth <= segments.length; depth += 1) {
    if (typeof node !== 'object' || node === null) break;
    const mark = (node as Record<string, unknown>)[basisExtension] as BasisMark | undefined;
    found = markFor(mark, segments.slice(depth).join('/')) ?? found;
    node = (node as Record<string, unknown>)[unescaped(segments[depth] ?? '')];
  }
  return found === undefined ? { kind: 'stated' } : parseBasis(found);
}
