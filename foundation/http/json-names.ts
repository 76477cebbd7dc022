// Finds a name that stands twice in one object of a JSON text: two readers would see two amounts.

/** A name as it is meant: its escapes are part of how it is written. */
function meaning(text: string, start: number, end: number, escaped: boolean): string {
  const written = text.slice(start, end);
  return escaped ? (JSON.parse(`"${written}"`) as string) : written;
}

/**
 * @param text must be JSON: it is not checked again.
 * @returns whether any object in it has two members of one name.
 */
export function hasRepeatedName(text: string): boolean {
  /** The names of each object that is open; null for a list. */
  const open: (Set<string> | null)[] = [];
  let expectsName = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 0x22) {
      const start = at + 1;
      let escaped = false;
      for (at = start; text.charCodeAt(at) !== 0x22; at += 1) {
        if (text.charCodeAt(at) === 0x5c) {
          escaped = true;
          at += 1;
        }
      }
      const names = open.at(-1);
      if (!expectsName || !names) continue;
      expectsName = false;
      const name = meaning(text, start, at, escaped);
      if (names.has(name)) return true;
      names.add(name);
    } else if (sign === 0x7b) {
      open.push(new Set());
      expectsName = true;
    } else if (sign === 0x5b) {
      open.push(null);
      expectsName = false;
    } else if (sign === 0x7d || sign === 0x5d) {
      open.pop();
      expectsName = false;
    } else if (sign === 0x2c) {
      expectsName = open.at(-1) instanceof Set;
    }
  }
  return false;
}
