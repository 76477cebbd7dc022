// One isolated merchant as a test uses it: its credentials, and everything that can be done to it or seen of it.
import type { ControlAnswer, ControlBody, ControlClient, Lenient } from './control-client.ts';

/** A payment that the payer has finished: its state, its callback, and what the shop answered to it. */
export type Paid = ControlAnswer<'payPayment'>;
/** A webhook with its attempts. */
export type Delivery = ControlAnswer<'listDeliveries'>['deliveries'][number];
/** A request with its answer; secrets are blotted out. */
export type RecordedRequest = ControlAnswer<'listRequests'>['requests'][number];
/** What was transferred to the merchant's account, or failed to be. */
export type Settlement = ControlAnswer<'settleTerminal'>;
/** What shall go wrong, without the terminal, which is this one. */
export type Fault = Lenient<Omit<ControlBody<'orderFault'>, 'terminal'>>;
/** What the payer does: a test card by its name, or `cancel`. */
export type PayerAction = ControlBody<'payPayment'>['card'];

export interface TestingTerminal {
  id: string;
  /** The bearer token. */
  token: string;
  /** The key for signatures; null for a terminal that signs nothing. */
  secretKey: string | null;
  /**
   * Pays, fails or cancels a payment in the payer's place.
   * @param options `callback` also brings the callback to the shop, as the payer's browser would.
   */
  pay: (authority: string, card?: PayerAction, options?: { callback?: boolean | undefined }) => Promise<Paid>;
  /**
   * Settles what the terminal has been paid, with the events of a settlement; nothing settles by itself.
   * @throws SandboxRefusal with the status 409 when there is nothing to transfer.
   */
  settle: (outcome?: Settlement['status']) => Promise<Settlement>;
  /** Its settlements, oldest first. */
  settlements: () => Promise<Settlement[]>;
  /** Moves the clock forward; what is due on the way has happened, in order, when this returns. @returns Unix seconds. */
  advance: (seconds: number) => Promise<number>;
  /** The moment on the clock, in Unix seconds. */
  now: () => Promise<number>;
  /** Lets the gateway speak otherwise to this terminal from now on; null follows the sandbox's own dialects again. */
  speak: (dialects: ControlBody<'setDialects'>['dialects']) => Promise<void>;
  /** Lets something go wrong. @returns a function that withdraws the order. */
  fault: (fault: Fault) => Promise<() => Promise<void>>;
  /** What was sent to the webhooks, oldest first. */
  deliveries: () => Promise<Delivery[]>;
  /** Sends a webhook again: to the letter, or as a new one. */
  replay: (
    delivery: Pick<Delivery, 'id'>,
    mode: ControlBody<'replayDelivery'>['mode'],
  ) => Promise<ControlAnswer<'replayDelivery'>>;
  /** What the shop asked of the gateway, oldest first. */
  requests: () => Promise<RecordedRequest[]>;
  /** The same as HTTP Archive 1.2. */
  har: () => Promise<ControlAnswer<'exportHar'>>;
  /** Throws everything away that has happened, and sets the clock back. */
  reset: () => Promise<void>;
  /** Keeps the state. @returns a function that brings it back, any number of times. */
  snapshot: () => Promise<() => Promise<void>>;
}

export function testingTerminal(
  control: ControlClient,
  credentials: Pick<TestingTerminal, 'id' | 'token' | 'secretKey'>,
): TestingTerminal {
  const { id } = credentials;
  const asked = `?terminal=${encodeURIComponent(id)}`;
  const settlementsPath = `terminals/${encodeURIComponent(id)}/settlements`;
  const momentIn = ({ clocks }: ControlAnswer<'readClock'>) => clocks[id]?.unix_seconds ?? Number.NaN;
  return {
    ...credentials,
    pay: (authority, card = 'success', { callback = false } = {}) =>
      control.post<'payPayment'>(`payments/${authority}/pay`, { card, send_callback: callback }),
    settle: (outcome = 'completed') => control.post<'settleTerminal'>(settlementsPath, { outcome }),
    settlements: async () => (await control.get<'listSettlements'>(settlementsPath)).settlements,
    advance: async (seconds) =>
      momentIn(await control.post<'advanceClock'>('clock', { terminal: id, advance_seconds: seconds })),
    now: async () => momentIn(await control.get<'readClock'>(`clock${asked}`)),
    speak: async (dialects) =>
      void (await control.post<'setDialects'>(`terminals/${encodeURIComponent(id)}/dialects`, { dialects })),
    fault: async (fault) => {
      const order = await control.post<'orderFault'>('faults', { ...fault, terminal: id });
      return async () => void (await control.delete<'withdrawFault'>(`faults/${order.id}`));
    },
    deliveries: async () => (await control.get<'listDeliveries'>(`deliveries${asked}`)).deliveries,
    replay: (delivery, mode) => control.post<'replayDelivery'>(`deliveries/${delivery.id}/replay`, { mode }),
    requests: async () => (await control.get<'listRequests'>(`requests${asked}`)).requests,
    har: () => control.get<'exportHar'>(`har${asked}`),
    reset: async () => void (await control.post<'reset'>('reset', { terminal: id })),
    snapshot: async () => {
      const kept = await control.post<'takeSnapshot'>('snapshots', { terminal: id });
      return async () => void (await control.post<'restoreSnapshot'>(`snapshots/${kept.id}/restore`, {}));
    },
  };
}
