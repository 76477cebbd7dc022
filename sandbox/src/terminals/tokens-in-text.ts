// Finds tokens in whatever text they stand, so that none is written to a log, a page or a record.
import { tokens } from '../../../generated/facts.ts';

const anywhere = new RegExp(tokens.pattern.replaceAll(/^\^|\$$/g, ''), 'g');

/** @returns the text with what is given for it in the place of each token. */
export function withoutTokens(text: string, instead: (token: string) => string): string {
  return text.replaceAll(anywhere, instead);
}
