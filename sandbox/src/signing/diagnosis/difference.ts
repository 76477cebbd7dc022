// Finds the first byte at which two texts part, and shows what stands around it.

export interface Difference {
  /** The first byte that differs, counted from 0. */
  byte: number;
  /** A few bytes from there on in what must be signed and in what was: as text, and in hexadecimal. */
  must_be: { text: string; hex: string };
  was: { text: string; hex: string };
}

const shown = 24;

/** @returns undefined when both are the same. */
export function firstDifference(expected: Buffer, signed: Buffer): Difference | undefined {
  if (expected.equals(signed)) return undefined;
  let offset = 0;
  while (offset < expected.length && expected[offset] === signed[offset]) offset += 1;
  const from = (bytes: Buffer) => {
    // A character of several bytes is shown whole, so the window starts where it starts.
    let start = Math.min(offset, bytes.length);
    while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
    const part = bytes.subarray(start, start + shown);
    return { text: part.toString(), hex: part.toString('hex') };
  };
  return { byte: offset, must_be: from(expected), was: from(signed) };
}
