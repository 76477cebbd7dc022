// The dialects of a terminal, and the contract in them where no request has brought its caller.
import type { Contract } from '../contract/contract.ts';
import type { Contracts } from '../contract/contracts.ts';
import type { Services } from '../core/services.ts';
import type { TerminalRow } from '../storage/schema.ts';

/** The contract in the dialects of a terminal; the sandbox's own for a terminal that there is not. */
export async function contractOfTerminal(
  { storage, contracts }: Pick<Services, 'storage' | 'contracts'>,
  terminalId: string,
): Promise<Contract> {
  const row = await storage.db
    .selectFrom('terminals')
    .select('dialects')
    .where('id', '=', terminalId)
    .executeTakeFirst();
  return contracts.of(row?.dialects ?? null);
}

/** What a terminal speaks: what it has chosen, or else the sandbox's own dialects. */
export function chosenDialects(
  { dialects }: Pick<TerminalRow, 'dialects'>,
  { byDefault }: Contracts,
): string[] {
  return dialects === null ? [...byDefault.dialects] : (JSON.parse(dialects) as string[]);
}
