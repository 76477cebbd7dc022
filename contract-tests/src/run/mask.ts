// Takes tokens and secret keys out of everything that is printed or written.

/** @returns a function that puts the secrets back where their names stand. */
export function unmaskOf(secrets: Record<string, string | undefined>): (text: string) => string {
  const known = Object.entries(secrets).flatMap(([name, value]) => (value ? [{ name, value }] : []));
  return (text) => known.reduce((whole, { name, value }) => whole.replaceAll(`(${name})`, value), text);
}

/** @returns a function that replaces each secret by its name, in whatever text it turns up. */
export function maskOf(secrets: Record<string, string | undefined>): (text: string) => string {
  const known = Object.entries(secrets).flatMap(([name, value]) => (value ? [{ name, value }] : []));
  return (text) => known.reduce((masked, { name, value }) => masked.replaceAll(value, `(${name})`), text);
}
