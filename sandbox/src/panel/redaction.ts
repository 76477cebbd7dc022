// Blots out of a text what nobody should read over a developer's shoulder: secrets, tokens, card and mobile numbers.
import { sensitiveFields } from '../../../generated/facts.ts';
import { withoutTokens } from '../terminals/tokens-in-text.ts';

const secretValues = new RegExp(
  `("(?:${[...sensitiveFields, 'token', 'secret_key', 'signature'].join('|')})"\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*"?|[0-9]+)`,
  'g',
);
/** Card numbers, and mobile numbers in each of their forms. */
const numbers = /(?<![0-9A-Za-z])(?:[0-9]{13,19}|(?:\+98|0098|98|0)9[0-9]{9})(?![0-9A-Za-z])/g;

/** The text with everything else as it travelled: blanks and escapes are what one looks for when a signature is wrong. */
export function withoutSecrets(text: string): string {
  return withoutTokens(text.replaceAll(secretValues, '$1"***"'), 'idg_***').replaceAll(numbers, '***');
}

/** The beginning of a long text. */
export function shortened(text: string, characters = 4000): string {
  return text.length > characters ? `${text.slice(0, characters)}…` : text;
}
