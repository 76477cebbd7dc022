// Reads the Prefer header by which a caller asks the mock for one status and one named example.

export interface Preference {
  code?: number;
  exampleKey?: string;
}

/**
 * Parses `code=401, example=signatureInvalid` (RFC 7240; commas or semicolons, quotes allowed).
 * Preferences that the mock does not know are ignored, as the RFC demands.
 */
export function parsePrefer(header: string | undefined): Preference {
  const preference: Preference = {};
  for (const part of (header ?? '').split(/[,;]/)) {
    const [name, value] = part.split('=', 2).map((text) => text.trim().replace(/^"|"$/g, ''));
    if (name === 'code' && value && /^[1-5][0-9]{2}$/.test(value)) preference.code = Number(value);
    if (name === 'example' && value) preference.exampleKey = value;
  }
  return preference;
}
