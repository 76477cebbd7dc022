// Reads the text of an answer, and no more of it than a limit: few bytes on the way can unpack to any number.

/** What is told when there is more than the limit. */
export const tooLarge = Symbol('too large');

/**
 * @param limit bytes, counted after they were unpacked.
 * @param exact keeps a byte order mark, which a signature would have covered.
 * @returns the text; or `tooLarge`, and the rest is never fetched.
 */
export async function readBody(
  response: Response,
  limit: number,
  exact: boolean,
): Promise<string | typeof tooLarge> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { ignoreBOM: exact });
  let text = '';
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      // Not waited for: whoever sends without end might not end this either.
      reader.cancel().catch(() => {});
      return tooLarge;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
