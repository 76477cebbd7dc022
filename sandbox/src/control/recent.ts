// Remembers the last few things of each terminal, or of each other source, in this process and while it runs.

export interface Recent<T, Source extends string = string> {
  add: (source: Source, entry: T) => void;
  /** The entries of a source, oldest first. */
  of: (source: Source) => readonly T[];
  forget: (source: Source) => void;
}

/**
 * @param each how many entries of one terminal are kept.
 * @param total how many of all terminals together; those of the terminal that was silent longest go first.
 */
export function recent<T>(each: number, total = 2_000): Recent<T> {
  const kept = new Map<string, T[]>();
  let count = 0;
  const forget = (terminalId: string): void => {
    count -= kept.get(terminalId)?.length ?? 0;
    kept.delete(terminalId);
  };
  /** Forgets one entry of the terminal that was silent longest: the first of the map. */
  const makeRoom = (): void => {
    const [terminalId, entries] = kept.entries().next().value as [string, T[]];
    entries.shift();
    count -= 1;
    if (entries.length === 0) kept.delete(terminalId);
  };
  return {
    add: (terminalId, entry) => {
      const entries = kept.get(terminalId) ?? [];
      entries.push(entry);
      count += 1;
      if (entries.length > each) {
        entries.shift();
        count -= 1;
      }
      // Taken out and put back, so that the order of the map is that of the last entries.
      kept.delete(terminalId);
      kept.set(terminalId, entries);
      while (count > total) makeRoom();
    },
    of: (terminalId) => kept.get(terminalId) ?? [],
    forget,
  };
}
