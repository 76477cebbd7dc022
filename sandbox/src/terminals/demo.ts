// The demo terminal: made at the first start, its credentials kept beside the database in a file for its owner alone.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../core/services.ts';
import { folderFailure } from '../storage/unavailable.ts';
import { callerOfToken } from './lookup.ts';
import { createTerminal, issueToken } from './terminals.ts';

export interface DemoTerminal {
  terminalId: string;
  token: string;
  secretKey: string;
}

const file = 'credentials.json';

function readCredentials(folder: string): DemoTerminal | undefined {
  try {
    const found = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Partial<DemoTerminal>;
    const { terminalId, token, secretKey } = found;
    return terminalId && token && secretKey ? { terminalId, token, secretKey } : undefined;
  } catch {
    // Missing or damaged: new ones are made, and the old token goes on working if the database knows it.
    return undefined;
  }
}

/** Makes the credentials work: with a database that has never heard of them, and after their token has died. */
async function ensure(services: Services, known: DemoTerminal | undefined): Promise<DemoTerminal> {
  if (known) {
    const found = await callerOfToken(services, known.token);
    if ('caller' in found) return { ...known, terminalId: found.caller.terminalId };
    const terminal = await services.storage.db
      .selectFrom('terminals')
      .select('id')
      .where('id', '=', known.terminalId)
      .executeTakeFirst();
    if (terminal) return { ...known, token: await issueToken(services, known.terminalId) };
  }
  const secretKey = known?.secretKey ?? services.identifiers.secretKey();
  const { id, token } = await createTerminal(services, {
    ...(known ? { id: known.terminalId, token: known.token } : {}),
    name: 'فروشگاه آزمایشی',
    secretKey,
  });
  return { terminalId: id, token, secretKey };
}

/** @param folder where the credentials are kept from one start to the next; nowhere when it is not given. */
export async function demoTerminal(services: Services, folder: string | undefined): Promise<DemoTerminal> {
  const known = folder === undefined ? undefined : readCredentials(folder);
  const demo = await ensure(services, known);
  if (folder !== undefined && JSON.stringify(demo) !== JSON.stringify(known)) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(join(folder, file), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
    } catch (error) {
      // With PostgreSQL nobody has looked at the folder before.
      throw folderFailure(folder, error, 'credentials');
    }
  }
  return demo;
}
