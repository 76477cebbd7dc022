// Control API: what was sent to the webhooks of a terminal, and sending it again.
import { replay } from '../webhooks/replay.ts';
import { Mistake } from './mistake.ts';
import { type ControlHandler, terminalAsked } from './workshop.ts';

export const listDeliveries: ControlHandler<'listDeliveries'> = async (call, { services }) => {
  const { db } = services.storage;
  const terminal = await terminalAsked(call, services);
  const [deliveries, attempts] = await Promise.all([
    db
      .selectFrom('deliveries')
      .selectAll()
      .where('terminal_id', '=', terminal)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('delivery_attempts')
      .innerJoin('deliveries', 'deliveries.id', 'delivery_attempts.delivery_id')
      .selectAll('delivery_attempts')
      .where('deliveries.terminal_id', '=', terminal)
      .orderBy('number')
      .execute(),
  ]);
  const byDelivery = Map.groupBy(attempts, ({ delivery_id: id }) => id);
  return {
    deliveries: deliveries.map(
      ({ id, webhook_id, event, state, created_at, next_attempt_at, body, signature }) => ({
        id,
        webhook_id,
        event,
        state,
        created_at,
        next_attempt_at: state === 'pending' ? next_attempt_at : null,
        body,
        signature,
        attempts: (byDelivery.get(id) ?? []).map(({ delivery_id: _, ...attempt }) => attempt),
      }),
    ),
  };
};

export const replayDelivery: ControlHandler<'replayDelivery'> = async ({ path, body }, { services }) => {
  const result = await replay(services, path.delivery ?? '', body.mode);
  if (!result) throw new Mistake(`There is no delivery "${path.delivery}".`, 404);
  return { id: result.id, response_code: result.responseCode, error: result.error };
};
