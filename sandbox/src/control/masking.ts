// Masks card and mobile numbers in texts that are shown to a developer, keeping every byte at its place.

/** As long as a mobile or card number, and no part of a longer word such as an authority. */
const numbers = /(?<![0-9A-Za-z])[0-9]{11,19}(?![0-9A-Za-z])/g;

/** @returns a text of the same length in which such numbers keep their first four digits. */
export function masked(text: string): string {
  return text.replaceAll(numbers, (number) => number.slice(0, 4).padEnd(number.length, '*'));
}

/** The same for bytes of any encoding. */
export function maskedBytes(bytes: Buffer): Buffer {
  // One character for each byte, so that nothing is lost on the way.
  return Buffer.from(masked(bytes.toString('latin1')), 'latin1');
}
