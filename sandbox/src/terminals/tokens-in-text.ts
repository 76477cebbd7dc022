// Finds tokens in whatever text they stand, so that none is written to a log, a page or a record.
import { tokens } from '../../../generated/facts.ts';

const anywhere = new RegExp(tokens.pattern.replaceAll(/^\^|\$$/g, ''), 'g');

/** @returns the text with another in the place of each token. */
export function withoutTokens(text: string, instead: string): string {
  return text.replaceAll(anywhere, instead);
}
