// Reads the text of an answer, and no more of it than a limit: few bytes on the way can unpack to any number.

/** What is told when there is more than the limit. */
export const tooLarge = Symbol('too large');

const plainText = new TextDecoder();
/** Keeps a byte order mark, which a signature would have covered. */
const exactText = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * @param limit bytes, counted after they were unpacked.
 * @param exact whether the text is to be verified.
 * @returns the text; or `tooLarge`, and the rest is never fetched.
 */
export async function readBody(
  { body }: Response,
  limit: number,
  exact: boolean,
): Promise<string | typeof tooLarge> {
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      // Not waited for: whoever sends without end might not end this either.
      reader?.cancel().catch(() => {});
      return tooLarge;
    }
    parts.push(part.value);
  }
  const decoder = exact ? exactText : plainText;
  if (parts.length === 1) return decoder.decode(parts[0]);
  return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
}
