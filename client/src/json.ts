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

/** The fields that may have travelled in another form, with the beginning of such a form; or a name in disguise. */
const mayDiffer = new RegExp(
  `"(?:${amountFields.join('|')})"\\s*:\\s*"|"(?:${referenceFields.join('|')})"\\s*:\\s*[-\\d]|\\\\u`,
);

/** As much as can be gone through, however deeply it is nested. */
const shallow = 5000;

/**
 * A JSON object, or undefined when the text is none: an error page of a proxy, a list, the half of an answer.
 * @param exactly whether everything is to stay as it stands.
 */
export function parseJson(text: string, exactly = false): Json | undefined {
  try {
    // To look at each value costs several times as much as to parse, and hardly ever finds anything.
    const plain = exactly || (text.length < shallow && !mayDiffer.test(text));
    const value: unknown = plain ? JSON.parse(text) : JSON.parse(text, tolerant);
    return isObject(value) ? value : undefined;
  } catch {
    // Also when it is nested too deeply to be gone through.
    return undefined;
  }
}
