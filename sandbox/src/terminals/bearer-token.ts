// Reads the header that carries a terminal's token.

/** The token of the header, whose scheme may be spelt in any case; undefined when there is none. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^bearer +(\S.*)$/i.exec(header ?? '')?.[1]?.trimEnd();
}
