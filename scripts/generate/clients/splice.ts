// Replaces parts of generated text; a part that is not there exactly once stops the generation, as an upgrade may do.

const count = (text: string, part: string) => text.split(part).length - 1;

/** @throws Error when the part does not occur as often as it should. */
function expectCount(text: string, part: string, expected: number): void {
  const found = count(text, part);
  if (found === expected) return;
  throw new Error(
    `The generated client has ${found} times, not ${expected} times, what is to be replaced: ${part.trim()}. ` +
      'The generator has changed: look at its text, then mend scripts/generate/clients/.',
  );
}

/** Replaces a part that occurs exactly once. */
export function replaceOnce(text: string, part: string, replacement: string): string {
  expectCount(text, part, 1);
  return text.replace(part, () => replacement);
}

/**
 * Replaces everything from the one place where something begins to the next place where it ends.
 * @param end comes last in what is replaced
 */
export function replaceFrom(text: string, begin: string, end: string, replacement: string): string {
  expectCount(text, begin, 1);
  const start = text.indexOf(begin);
  const stop = text.indexOf(end, start);
  if (stop < 0) throw new Error(`The generated client has no ${JSON.stringify(end)} after ${begin.trim()}.`);
  return text.slice(0, start) + replacement + text.slice(stop + end.length);
}

/** Replaces the first occurrence of a part after an anchor that occurs exactly once. */
export function replaceAfter(text: string, anchor: string, part: string, replacement: string): string {
  expectCount(text, anchor, 1);
  const start = text.indexOf(anchor);
  return text.slice(0, start) + replaceFirst(text.slice(start), part, replacement);
}

function replaceFirst(text: string, part: string, replacement: string): string {
  if (!text.includes(part)) throw new Error(`The generated client does not go on with ${part.trim()}.`);
  return text.replace(part, () => replacement);
}
