// Remembers the last few things of each terminal, or of each other source, in this process and while it runs.

export interface Recent<T, Source extends string = string> {
  add: (source: Source, entry: T) => void;
  /** The entries of a source, oldest first. */
  of: (source: Source) => readonly T[];
  forget: (source: Source) => void;
}

export interface RecentLimits<T> {
  /** How many entries of all terminals together are kept. */
  total: number;
  /** How many bytes they may take together. */
  bytes: number;
  /** The size of an entry in bytes, more or less. */
  sizeOf: (entry: T) => number;
}

const usual: RecentLimits<unknown> = { total: 2_000, bytes: 16 * 2 ** 20, sizeOf: () => 1_000 };

/**
 * @param each how many entries of one terminal are kept.
 * @param limits what all terminals may take together; entries of the one that was silent longest go first.
 */
export function recent<T, Source extends string = string>(
  each: number,
  limits: Partial<RecentLimits<T>> = {},
): Recent<T, Source> {
  const { total, bytes, sizeOf }: RecentLimits<T> = { ...usual, ...limits };
  const kept = new Map<string, T[]>();
  const sizes = new WeakMap<T[], number[]>();
  let count = 0;
  let taken = 0;
  const dropFirst = (entries: T[]): void => {
    entries.shift();
    count -= 1;
    taken -= sizes.get(entries)?.shift() ?? 0;
  };
  const forget = (terminalId: string): void => {
    const entries = kept.get(terminalId) ?? [];
    while (entries.length > 0) dropFirst(entries);
    kept.delete(terminalId);
  };
  /** Forgets one entry of the terminal that was silent longest: the first of the map. */
  const makeRoom = (): void => {
    const [terminalId, entries] = kept.entries().next().value as [string, T[]];
    dropFirst(entries);
    if (entries.length === 0) kept.delete(terminalId);
  };
  return {
    add: (terminalId, entry) => {
      const entries = kept.get(terminalId) ?? [];
      const size = sizeOf(entry);
      entries.push(entry);
      const own = sizes.get(entries) ?? [];
      own.push(size);
      sizes.set(entries, own);
      count += 1;
      taken += size;
      if (entries.length > each) dropFirst(entries);
      // Taken out and put back, so that the order of the map is that of the last entries.
      kept.delete(terminalId);
      kept.set(terminalId, entries);
      while (count > 1 && (count > total || taken > bytes)) makeRoom();
    },
    of: (terminalId) => kept.get(terminalId) ?? [],
    forget,
  };
}
