// The `style` attributes that Redoc's highlighter writes into code, for the Content-Security-Policy to allow by hash.

/**
 * Reads from Redoc's build for browsers every colour that its highlighter can write.
 * @throws Error when the highlighter no longer writes its colours as it did
 */
export function highlightStyles(bundle: string): string[] {
  const writers = bundle.match(/ style=\\?"/g) ?? [];
  const colours = bundle.match(/(?<=`)--code-block-tokens-[a-z-]+-color(?=`)/g) ?? [];
  if (writers.length !== 1 || !bundle.includes(' style="color: var(${') || colours.length === 0) {
    throw new Error(
      'Redoc has changed: its highlighter writes its colours in another way. Mend scripts/docs/redoc/highlight-styles.ts, ' +
        'or the Content-Security-Policy will leave code without colours.',
    );
  }
  return [...new Set(colours)].map((colour) => `color: var(${colour})`);
}
