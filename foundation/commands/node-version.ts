// Refuses a Node.js that is too old in a sentence; to be asked before anything else is loaded, for the rest would break down in it.

/**
 * Looks whether this Node.js is new enough.
 * @param name what needs it, as a sentence begins with it: `The sandbox`.
 * @param range `engines.node` of its package, of the form `>=22.19.0`.
 * @returns what to say and to do about it; undefined when all is well.
 */
export function refusalOfNode(name: string, range: string): string | undefined {
  const needed = range.replace('>=', '');
  if (process.versions.node.localeCompare(needed, 'en', { numeric: true }) >= 0) return undefined;
  return `${name} needs Node.js ${needed} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`;
}
