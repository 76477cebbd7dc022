// Pairs the places of the two reference pages whose address follows their translated heading.

/** Addresses of the prose sections in pre-rendered HTML, in their order and without repetition. */
const sections = (html: string) => [
  ...new Set([...html.matchAll(/ href="(?:#)?(\/section\/[^"]*)"/g)].map(([, route]) => route ?? '')),
];

/**
 * Routes of one page and their counterparts in the other, where they differ.
 * Headings are paired by their order, which a translation keeps.
 */
export function counterparts(from: string, to: string): Record<string, string> {
  const theirs = sections(to);
  return Object.fromEntries(
    sections(from)
      .map((route, index) => [route, theirs[index]] as const)
      .filter((pair): pair is [string, string] => pair[1] !== undefined && pair[0] !== pair[1]),
  );
}
