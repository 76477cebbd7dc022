// Somebody who pays: a person in front of a browser, or a robot that does as one would.
import type { PayerAct } from '../model/observation.ts';
import type { Callback } from './callback.ts';

/** What a payer is asked to do. */
export interface PayOrder {
  authority: string;
  /** The page of the payment. */
  gatewayUrl: string;
  /** In rials, when it is known. */
  amount?: number;
  /** The order under which the shop waits for the callback. */
  orderId: string;
  act: PayerAct;
}

export interface Payer {
  /**
   * Lets the payer act, and waits until the gateway has noticed.
   * @param isDone asks the gateway whether the payment is still unpaid, where no callback reaches the run
   * @returns the callback, when it has reached the run
   * @throws PayerGone
   */
  pay: (order: PayOrder, isDone: () => Promise<boolean>) => Promise<Callback | undefined>;
}

/** The payer does not do as asked; the sentence is for the report. */
export class PayerGone extends Error {}

/** Somebody to whom an order is given, with how long it may take until the gateway notices. */
export interface Actor {
  /** As sentences call it: `The card robot`. */
  name: string;
  /** Hands the order over; a robot has carried it out when this ends, a person has only been told. @throws PayerGone */
  act: (order: PayOrder) => Promise<void>;
  /** Milliseconds from then on until the callback must have come. */
  patience: number;
  /** Milliseconds between two questions to the gateway. */
  interval: number;
}
