// The inbox says what to answer, takes the drivers as they are, and a transaction only where the store has one.
import type { WebhookEvent, WebhookStore } from '@irandargah/client';
import { handleOnce } from '@irandargah/client';
import { memoryStore } from '@irandargah/client/stores/memory';
import { mysqlStore } from '@irandargah/client/stores/mysql';
import { postgresStore } from '@irandargah/client/stores/postgres';
import { sqliteStore } from '@irandargah/client/stores/sqlite';
import type Database from 'better-sqlite3';
import type mysql from 'mysql2/promise';
import type pg from 'pg';

declare const event: WebhookEvent;
declare const pool: pg.Pool;
declare const client: pg.PoolClient;
declare const mysqlPool: mysql.Pool;
declare const connection: mysql.PoolConnection;
declare const database: Database.Database;
const nothing = () => {};

export async function answers(): Promise<number[]> {
  const status: 200 | 503 = await handleOnce(event, memoryStore(), nothing, { leaseMs: 60_000 });
  // @ts-expect-error it is what to answer, and no word on whether the handler ran
  const ran: boolean = await handleOnce(event, memoryStore(), nothing);
  // @ts-expect-error 503 is no success, so 200 alone is no answer
  const success: 200 = await handleOnce(event, memoryStore(), nothing);
  return [status, Number(ran), success];
}

export const stores: WebhookStore[] = [
  memoryStore(),
  sqliteStore(database),
  mysqlStore(mysqlPool),
  postgresStore(pool),
];

export const together = [
  handleOnce(event, postgresStore(pool), (_, markDone) => markDone(client)),
  handleOnce(event, mysqlStore(mysqlPool), (_, markDone) => markDone(connection)),
  // @ts-expect-error a connection to another database
  handleOnce(event, postgresStore(pool), (_, markDone) => markDone(mysqlPool)),
  // @ts-expect-error without its connection it would not be in the transaction
  handleOnce(event, postgresStore(pool), (_, markDone) => markDone()),
  // @ts-expect-error memory has no transaction
  handleOnce(event, memoryStore(), (_, markDone) => markDone(client)),
];

// @ts-expect-error a store that only remembers keys cannot tell what runs from what is done
export const withoutStates: WebhookStore = { claim: () => true, release: nothing };
