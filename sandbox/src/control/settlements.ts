// Control API: settlements, which the gateway makes by rules that nobody has published.
import { settle, settlementsOf } from '../settlements/settle.ts';
import type { SettlementRow } from '../storage/schema.ts';
import { momentOf } from './clock.ts';
import { Mistake } from './mistake.ts';
import { type AnswerOf, type ControlHandler, existing } from './workshop.ts';

function shown({
  terminal_id: _,
  created_at: at,
  status,
  ...row
}: SettlementRow): AnswerOf<'settleTerminal'> {
  return { ...row, status: status as 'completed' | 'failed', created_at: momentOf(at) };
}

export const settleTerminal: ControlHandler<'settleTerminal'> = async ({ path, body }, { services }) => {
  const id = await existing(services, path.terminal ?? '');
  const settlement = await settle(services, id, body.outcome ?? 'completed');
  if (!settlement) {
    throw new Mistake(
      'There is nothing to settle: no verified payment that is not settled, or no more than was refunded.',
      409,
    );
  }
  return shown(settlement);
};

export const listSettlements: ControlHandler<'listSettlements'> = async ({ path }, { services }) => ({
  settlements: (await settlementsOf(services, await existing(services, path.terminal ?? ''))).map(shown),
});
