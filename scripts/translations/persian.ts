// What can be seen mechanically of a Persian text: that it is Persian, well typed, and has kept its code.

/** Letters and digits of the Arabic keyboard that Persian writes differently. */
const arabicCharacters = /[يىكة٠-٩]/u;

const latinLetter = /[A-Za-z]/;

const persianLetter = /[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]/u;

/** Everything between single backticks, backticks included. */
export function codeSpans(text: string): string[] {
  return text.match(/`[^`]+`/g) ?? [];
}

/** The code spans of the English that the Persian lacks, counted: a span that stands twice must stand twice. */
export function lostCodeSpans(english: string, persian: string): string[] {
  const left = codeSpans(persian);
  return codeSpans(english).filter((span) => {
    const index = left.indexOf(span);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

export function hasPersianLetter(text: string): boolean {
  return persianLetter.test(text);
}

/** The first Arabic character that has a Persian twin (`ي` for `ی`, `ك` for `ک`), or undefined. */
export function arabicCharacter(text: string): string | undefined {
  return arabicCharacters.exec(text)?.[0];
}

/**
 * Whether a paragraph outside of code begins with a Latin letter. A browser takes the direction of a paragraph
 * from its first letter and would lay such a one out from left to right.
 */
export function runsLeftToRight(text: string): boolean {
  return text.split(/\n{2,}/).some((paragraph) => {
    const letters = [...paragraph.replace(/`[^`]+`/g, '')];
    const first = letters.find((letter) => latinLetter.test(letter) || persianLetter.test(letter));
    return first !== undefined && latinLetter.test(first);
  });
}
