// Why the database cannot be had, in one sentence that says what to do.

/** The database could not be opened; the message is for people, the code is the system's or the database's. */
export class StorageUnavailable extends Error {
  readonly code: string | undefined;
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageUnavailable';
    this.code = (cause as { code?: string } | undefined)?.code;
  }
}

/** What the codes of Node.js and SQLite mean for whoever chose the folder; the advice follows. */
const meanings: Record<string, string> = {
  EEXIST: 'is a file and no folder',
  ENOTDIR: 'is no folder, or lies in a file',
  EACCES: 'is not open to you',
  EPERM: 'is not open to you',
  EROFS: 'cannot be written',
  ENOSPC: 'has no room left: make some',
  ENOENT: 'cannot be made',
  SQLITE_CANTOPEN: 'is no folder, is not open to you, or cannot be written',
  SQLITE_READONLY: 'cannot be written',
  SQLITE_FULL: 'has no room left: make some',
  SQLITE_BUSY:
    'has a database that another sandbox uses: stop that one, share a PostgreSQL database by DATABASE_URL',
  SQLITE_NOTADB: 'has a database that is damaged: move the folder away',
  SQLITE_CORRUPT: 'has a database that is damaged: move the folder away',
};

/** What a folder is for, and what to do without it. */
const uses = {
  data: { name: 'data folder', without: 'keep nothing with --memory' },
  // With PostgreSQL nothing else is kept there, and what --memory spares is the folder alone.
  credentials: {
    name: "folder of the demo terminal's credentials",
    without: 'get a new demo terminal at each start with --memory',
  },
};

/** @returns the failure of a folder with a sentence, or the error itself when it is another. */
export function folderFailure(folder: string, error: unknown, use: keyof typeof uses = 'data'): unknown {
  const code = (error as { code?: string }).code ?? '';
  const [, meaning] = Object.entries(meanings).find(([known]) => code.startsWith(known)) ?? [];
  if (meaning === undefined) return error;
  const { name, without } = uses[use];
  const begun = meaning.includes(':') ? ',' : ':';
  const sentence = `${meaning}${begun} choose another with --data FOLDER, or ${without}`;
  return new StorageUnavailable(`The ${name} ${folder || '""'} ${sentence}.`, error);
}

/** @throws StorageUnavailable when the URL is none of PostgreSQL. */
export function checkDatabaseUrl(url: string): void {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return;
  throw new StorageUnavailable(
    'DATABASE_URL must be like postgres://user:password@host:5432/name; unset it to keep the data in a folder.',
  );
}

/** @returns the failure of a PostgreSQL server; the URL is not repeated, since it holds a password. */
export function serverFailure(error: unknown): StorageUnavailable {
  const { code, message } = error as { code?: string; message?: string };
  return new StorageUnavailable(
    `The database of DATABASE_URL cannot be used (${code ?? message}). Check the URL, and that the server is up.`,
    error,
  );
}
