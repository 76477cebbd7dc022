// Blots out of a text what nobody should read over a developer's shoulder: secrets, tokens, card and mobile numbers.
import { blotted, covered } from '../../core/confidential.ts';

/** The text with everything else as it travelled: blanks and escapes are what one looks for when a signature is wrong. */
export function withoutSecrets(text: string): string {
  return covered(text, blotted);
}

/** The beginning of a long text. */
export function shortened(text: string, characters = 4000): string {
  return text.length > characters ? `${text.slice(0, characters)}…` : text;
}
