// Turns the left and right of Redoc's styles into start and end, so that its layout mirrors where one reads from the right.

/** Pairs of a physical property and the logical one, which is the same from left to right. */
const properties: [physical: string, logical: string][] = [
  ...['margin', 'padding', 'border', 'scroll-margin'].flatMap((box): [string, string][] => [
    [`${box}-left`, `${box}-inline-start`],
    [`${box}-right`, `${box}-inline-end`],
  ]),
  ['border-top-left-radius', 'border-start-start-radius'],
  ['border-top-right-radius', 'border-start-end-radius'],
  ['border-bottom-left-radius', 'border-end-start-radius'],
  ['border-bottom-right-radius', 'border-end-end-radius'],
];

/**
 * Offsets that are lengths. Percentages and anchors are left alone: they centre something together
 * with a `transform`, which knows no start and end.
 */
const offset = '(?=(?:-?[0-9.]+(?:px|em|rem)?|var\\([\\w-]+\\)|calc\\([^%;]+\\))(?: !important)?;)';

const rules: [RegExp, string][] = [
  ...properties.map(([physical, logical]): [RegExp, string] => [
    new RegExp(`(?<=[\\n;{][ \\t]*)${physical}(?=(?:-(?:color|style|width))?: )`, 'g'),
    logical,
  ]),
  [/(?<=[\n;{][ \t]*text-align: )left(?=;)/g, 'start'],
  [/(?<=[\n;{][ \t]*text-align: )right(?=;)/g, 'end'],
  [new RegExp(`(?<=[\\n;{][ \\t]*)left: ${offset}`, 'g'), 'inset-inline-start: '],
  [new RegExp(`(?<=[\\n;{][ \\t]*)right: ${offset}`, 'g'), 'inset-inline-end: '],
];

/**
 * Rewrites the style rules in Redoc's built code. They stand in it as they were written, one
 * declaration a line, so minified script is never mistaken for them.
 * @throws Error when they no longer do
 */
export function useLogicalProperties(code: string, file: string): string {
  let count = 0;
  const rewritten = rules.reduce(
    (text, [physical, logical]) =>
      text.replace(physical, () => {
        count += 1;
        return logical;
      }),
    code,
  );
  if (count < 50) {
    throw new Error(
      `Redoc has changed: only ${count} style declarations with a side were found in ${file}. ` +
        'See how it writes its styles now, and mend scripts/docs/redoc/logical-css.ts.',
    );
  }
  return rewritten;
}
