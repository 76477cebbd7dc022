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

const another = 'choose another with --data FOLDER, or keep nothing with --memory';

/** What the codes of Node.js and SQLite mean for whoever chose the folder. */
const meanings: Record<string, string> = {
  EEXIST: `is a file and no folder: ${another}`,
  ENOTDIR: `is no folder, or lies in a file: ${another}`,
  EACCES: `is not open to you: ${another}`,
  EPERM: `is not open to you: ${another}`,
  EROFS: `cannot be written: ${another}`,
  ENOENT: `cannot be made: ${another}`,
  SQLITE_CANTOPEN: `is no folder, is not open to you, or cannot be written: ${another}`,
  SQLITE_READONLY: `cannot be written: ${another}`,
  SQLITE_BUSY:
    'has a database that another sandbox uses: stop that one, or choose another with --data FOLDER; several may share a PostgreSQL database by DATABASE_URL',
  SQLITE_NOTADB: `has a database that is damaged: move the folder away, or ${another}`,
  SQLITE_CORRUPT: `has a database that is damaged: move the folder away, or ${another}`,
};

/** @returns the failure of a data folder with a sentence, or the error itself when it is another. */
export function folderFailure(folder: string, error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  const [, meaning] = Object.entries(meanings).find(([known]) => code.startsWith(known)) ?? [];
  return meaning === undefined
    ? error
    : new StorageUnavailable(`The data folder ${folder || '""'} ${meaning}.`, error);
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
