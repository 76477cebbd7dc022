// JSON pointers (RFC 6901), with or without a `#` before them: written, taken apart and followed.

/** A name as it stands in a pointer. */
export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** A name without the escapes of a pointer. */
export const unescaped = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~');

/** The pointer to something below. */
export const under = (pointer: string, ...names: (string | number)[]): string =>
  [pointer, ...names.map((name) => escaped(String(name)))].join('/');

/** The names on the way that a pointer describes, from the outermost on. */
export const namesOf = (pointer: string): string[] => pointer.split('/').slice(1).map(unescaped);

const child = (node: object, name: string): unknown => (node as Record<string, unknown>)[name];

/**
 * What stands at a pointer; undefined when nothing does.
 * @param step finds what a name leads to in an object or list, where it is more than the key or the index
 */
export const nodeAt = (document: unknown, pointer: string, step = child): unknown =>
  namesOf(pointer).reduce<unknown>(
    (node, name) => (typeof node === 'object' && node !== null ? step(node, name) : undefined),
    document,
  );

/** A reference to what stands at a pointer, for JSON Schema. @param document the URI of the document, if it has one */
export const referenceTo = (pointer: string, document = ''): { $ref: string } => ({
  $ref: [`${document}#`, ...pointer.split('/').slice(1).map(encodeURIComponent)].join('/'),
});
