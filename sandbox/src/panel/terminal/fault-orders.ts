// Orders errors for a terminal's next requests, and withdraws what is left of an order.
import { type ErrorName, errors } from '../../../../generated/facts.ts';
import type { Services } from '../../services.ts';

/** The errors that may be ordered: those inside the gateway or at the bank, which every program must bear. */
export const orderableErrors = (Object.keys(errors) as ErrorName[]).filter(
  (name) => errors[name].http[0] === 500,
);

export interface FaultOrder {
  terminalId: string;
  /** null: any operation. */
  operation: string | null;
  error: ErrorName;
  times: number;
}

export async function orderFault(
  { storage, identifiers }: Services,
  { terminalId, operation, error, times }: FaultOrder,
): Promise<void> {
  const id = identifiers.deliveryId();
  await storage.write((unit) =>
    unit
      .insertInto('faults')
      .values({ id, terminal_id: terminalId, operation, error, remaining: times })
      .execute(),
  );
}

export async function withdrawFault({ storage }: Services, terminalId: string, id: string): Promise<void> {
  await storage.write((unit) =>
    unit
      .updateTable('faults')
      .set({ remaining: 0 })
      .where('id', '=', id)
      .where('terminal_id', '=', terminalId)
      .execute(),
  );
}
