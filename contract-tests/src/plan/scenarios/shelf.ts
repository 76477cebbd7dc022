// Payments that scenes leave behind for others, so that a payer who is a person pays as seldom as possible.
import type { Callback } from '../../payer/callback.ts';
import type { SandboxTerminal } from '../../targets/target.ts';

/** A payment that was made on the stage, with what the shop would have stored of it. */
export interface StagedPayment {
  authority: string;
  /** The page on which it is paid. */
  gatewayUrl: string;
  amount: number;
  orderId: string;
  /** Whose payment it is. */
  by: SandboxTerminal;
  /** When it was made, in Unix seconds on the clock of its terminal. */
  madeAt: number;
  /** What the payer's browser brought to the shop, when that was seen. */
  callback?: Callback;
}

/** What a run has at hand; one that cannot order a payer makes do with it. */
export interface Shelf {
  /** Paid ones, perhaps verified since then: whoever takes one asks first. */
  paid: Set<StagedPayment>;
  verified?: StagedPayment;
  pending?: StagedPayment;
}

export const emptyShelf = (): Shelf => ({ paid: new Set() });

/** Whether enough of a payment's life is left for a scene, so that it does not run out in the middle. */
export const isYoung = ({ madeAt }: StagedPayment, now: number, lifetimeSeconds: number): boolean =>
  now - madeAt < lifetimeSeconds / 2;
