// Remembers the last few things of each terminal, in this process and while it runs.

export interface Recent<T> {
  add: (terminalId: string, entry: T) => void;
  /** The entries of a terminal, oldest first. */
  of: (terminalId: string) => readonly T[];
  forget: (terminalId: string) => void;
}

/**
 * @param each how many entries of one terminal are kept.
 * @param terminals how many terminals are remembered; that which was silent longest is forgotten first.
 */
export function recent<T>(each: number, terminals = 200): Recent<T> {
  const kept = new Map<string, T[]>();
  return {
    add: (terminalId, entry) => {
      const entries = kept.get(terminalId) ?? [];
      entries.push(entry);
      if (entries.length > each) entries.shift();
      // Taken out and put back, so that the first of the map is the one that was silent longest.
      kept.delete(terminalId);
      kept.set(terminalId, entries);
      if (kept.size > terminals) kept.delete(kept.keys().next().value as string);
    },
    of: (terminalId) => kept.get(terminalId) ?? [],
    forget: (terminalId) => {
      kept.delete(terminalId);
    },
  };
}
