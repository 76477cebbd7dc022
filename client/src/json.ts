// Reads JSON of the gateway tolerantly: amounts become numbers and references text, however they travelled.
import { amountFields, referenceFields } from '../../generated/client-facts.ts';

export type Json = Record<string, unknown>;

/** Whether a value is an object with names, and no list. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is text that says something. */
export const isText = (value: unknown): value is string => typeof value === 'string' && /\S/.test(value);

/** A whole number, also when it came as its digits. */
export function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?[0-9]{1,16}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : undefined;
}

const isIn = (names: readonly string[], name: string) => names.includes(name);

/** Where the runtime gives the digits of a number, a reference that is too long for a number keeps them all. */
function tolerant(name: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value === 'string' && isIn(amountFields, name)) return wholeNumber(value) ?? value;
  if (typeof value === 'number' && isIn(referenceFields, name)) return context?.source ?? String(value);
  return value;
}

/** Both kinds of fields that may have travelled in another form, with what comes before such a form. */
const mayDiffer = new RegExp(
  `"(?:${amountFields.join('|')})"\\s*:\\s*"|"(?:${referenceFields.join('|')})"\\s*:\\s*[-0-9]|\\\\u`,
);

/** An object that is JSON, exactly as it stands; undefined when the text is none. */
export function parseExactly(text: string, reviver?: typeof tolerant): Json | undefined {
  try {
    const value: unknown = JSON.parse(text, reviver);
    return isObject(value) ? value : undefined;
  } catch {
    // Also when it is nested too deeply to be gone through.
    return undefined;
  }
}

/** The same read tolerantly: an error page of a proxy, a list, and the half of an answer are undefined. */
export function parseJson(text: string): Json | undefined {
  // To look at every value costs several times as much as to parse, and hardly ever finds anything.
  return parseExactly(text, mayDiffer.test(text) ? tolerant : undefined);
}
