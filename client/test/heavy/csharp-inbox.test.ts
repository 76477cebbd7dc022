// The inbox of the C# package in a real PostgreSQL and MariaDB, by the rules of all inboxes: its statements are the
// package's own, and doubles of ADO.NET carry them here (client/csharp/tests/InboxBridge.cs).
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { handleOnce, type WebhookClaim, type WebhookStore } from '@irandargah/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { startPostgres } from '../../../sandbox/test/support/postgres.ts';
import { newEvent, testInbox } from '../inbox-rules.ts';
import { endLeases, type Inbox, inboxes } from '../inboxes.ts';
import { installNupkg, packCsharp } from './drivers/csharp-nupkg.ts';
import { must } from './drivers/must.ts';
import { startMariadb } from './mariadb.ts';

const home = join(root, 'client/csharp');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-inbox-'));
  await copyFile(await installNupkg(await packCsharp(folder), folder), join(folder, 'IranDargah.Client.dll'));
  const references = [
    'IranDargah.Client',
    'System.Data',
    'Mono.Data.Sqlite',
    'System.Runtime.Serialization',
    'System.Xml',
    'System.Xml.Linq',
  ];
  await must(
    [
      'mcs',
      '-langversion:7.2',
      '-out:InboxBridge.exe',
      ...references.map((name) => `-r:${name}.dll`),
      join(home, 'tests/InboxBridge.cs'),
      join(home, 'scenarios/Json.cs'),
    ],
    folder,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Carries out a statement of the package. @returns its rows. */
type Carry = (text: string, values: unknown[], connection: unknown) => Promise<unknown[]>;

/** A statement with `?` or `$1` for its named values, and these in order. */
function positional(text: string, values: Record<string, unknown>, mark: (index: number) => string) {
  const names: string[] = [];
  const marked = text.replaceAll(/@\w+/g, (name) => mark(names.push(name)));
  return { text: marked, values: names.map((name) => values[name]) };
}

/** The store of the package as the tests know stores. */
class Bridge implements WebhookStore<unknown> {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  readonly #connections = new Map<number, unknown>();
  readonly table: Promise<string>;
  #count = 0;

  constructor(database: 'mysql' | 'postgres', carry: Carry) {
    this.#child = spawn('mono', ['InboxBridge.exe', database], { cwd: folder });
    const mark = database === 'mysql' ? () => '?' : (index: number) => `$${index}`;
    this.table = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      createInterface({ input: this.#child.stdout }).on('line', async (line) => {
        const said = JSON.parse(line);
        if (said.table) resolve(said.table);
        else if (said.question) {
          const { resolve: tell, reject: fail } = this.#waiting.get(said.question) ?? {};
          if (said.error) fail?.(new Error(said.error));
          else tell?.(said.answer as never);
        } else {
          const { text, values } = positional(said.text, said.values, mark);
          const answer = await carry(text, values, this.#connections.get(said.transaction)).then(
            (rows) => ({ found: rows.length > 0 }),
            (error: Error) => ({ error: error.message }),
          );
          this.#say({ statement: said.statement, ...answer });
        }
      });
    });
  }

  #say(what: object): void {
    this.#child.stdin.write(`${JSON.stringify(what)}\n`);
  }

  #ask<Answer>(what: object): Promise<Answer> {
    this.#count += 1;
    const question = this.#count;
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(question, { resolve, reject });
      this.#say({ question, ...what });
    });
  }

  claim(fingerprint: string, owner: string, lease: number): Promise<WebhookClaim> {
    return this.#ask({ do: 'claim', fingerprint, owner, lease });
  }

  finish(fingerprint: string, owner: string, connection?: unknown): Promise<boolean> {
    const transaction = connection === undefined ? null : this.#connections.size + 1;
    if (transaction !== null) this.#connections.set(transaction, connection);
    return this.#ask({ do: 'finish', fingerprint, owner, transaction });
  }

  release(fingerprint: string, owner: string): Promise<void> {
    return this.#ask({ do: 'release', fingerprint, owner });
  }

  close(): void {
    this.#child.stdin.end();
  }
}

const databases = {
  pg: { start: startPostgres, name: 'postgres' },
  mysql2: { start: startMariadb, name: 'mysql' },
} as const;

describe.each(['pg', 'mysql2'] as const)('the inbox of C# over %s', (driver) => {
  let server: { stop: () => Promise<void> | void };
  let inbox: Inbox;
  let store: Bridge;
  const inTransaction = (event: string, work: (connection: never) => Promise<void>) =>
    (inbox.inTransaction as NonNullable<Inbox['inTransaction']>)(event, work);

  beforeAll(async () => {
    const { start, name } = databases[driver];
    const started = await start();
    server = started;
    inbox = await inboxes[driver](await started.database());
    store = new Bridge(name, async (text, values, connection) => {
      const own = connection as { query: (text: string, values: unknown[]) => Promise<never> } | undefined;
      const came: unknown = await (own ? own.query(text, values) : inbox.query?.(text, values));
      return (Array.isArray(came) ? came[0] : (came as { rows: unknown[] }).rows) as unknown[];
    });
    // The package's own table, not that of TypeScript.
    await inbox.run('drop table irandargah_inbox');
    await inbox.run(await store.table);
  });
  afterAll(async () => {
    store?.close();
    await inbox?.close();
    await server?.stop();
  });

  testInbox(() => ({ store, endLeases: () => endLeases(driver, inbox.run) }), 10);

  it('shares what it knows with shops in TypeScript', async () => {
    const event = newEvent();
    expect(await handleOnce(event, store, () => {})).toBe(200);
    expect(await inbox.store.claim(event.fingerprint, 'another', 1000)).toBe('done');
  });

  it('commits what the handler writes and that it is done together, or neither', async () => {
    const event = newEvent();
    const failing = handleOnce(event, store, (_, markDone) =>
      inTransaction(event.id, async (connection) => {
        await markDone(connection);
        throw new Error('the shop failed before it committed');
      }),
    );
    await expect(failing).rejects.toThrow('before it committed');
    expect(await handleOnce(event, store, (_, markDone) => inTransaction(event.id, markDone))).toBe(200);
    expect(await inbox.run('select step from runs where event = ?', event.id)).toHaveLength(1);
  });
});
