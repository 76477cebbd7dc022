// The panel and the payer's page over PostgreSQL: their tests once more, each sandbox on a database of its own.
import { afterAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../../src/storage/postgres.ts';
import { startPostgres } from '../support/postgres.ts';
import { testSandbox } from '../support/sandbox.ts';
import { useStorage } from '../support/storage.ts';

const server = await startPostgres();
afterAll(() => server.stop());
useStorage(async () => openPostgres(await server.database()));

it('stands on PostgreSQL indeed', async () => {
  const sandbox = await testSandbox();
  expect(sandbox.services.storage.kind).toBe('postgres');
  await sandbox.close();
});

describe('pages', () => import('../panel/pages.test.ts').then(() => undefined));
describe('changes', () => import('../panel/changes.test.ts').then(() => undefined));
describe('webhooks', () => import('../panel/webhooks.test.ts').then(() => undefined));
describe('settlements', () => import('../panel/settlements.test.ts').then(() => undefined));
describe('callbacks', () => import('../panel/callbacks.test.ts').then(() => undefined));
describe('security', () => import('../panel/security.test.ts').then(() => undefined));
describe("the payer's page", () => import('../page.test.ts').then(() => undefined));
