// Compares Persian messages as docs/decisions/0044 says: half-spaces and composed forms make no difference.
const halfSpace = /\u200c/g;

/** A message in the form in which messages are compared. */
export const comparable = (text: string): string => text.normalize('NFC').replace(halfSpace, '');

/** Puts the contract's own spelling in place of a message that is the same to a reader. */
export function spelledAs(message: unknown, documented: string | null): unknown {
  if (typeof message !== 'string' || documented === null) return message;
  return comparable(message) === comparable(documented) ? documented : message;
}
