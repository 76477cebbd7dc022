// One thing that is tried on a server: a draft of a request, and what it must be answered with.
import type { Expectation } from '../judge/expectation.ts';
import type { Draft } from './draft.ts';

/** What a server must be able to do before it can be held to a case. */
export type Capability =
  /** Knows which tokens are good, as every server but a mock does. */
  | 'tokens'
  /** Checks request signatures: the caller's terminal has a secret key. */
  | 'signatures'
  /** Has a clock and a calendar. */
  | 'clock'
  /** Names the faulty field, whichever it is. */
  | 'field-names'
  /** Tells an empty header from a missing one. */
  | 'empty-headers'
  /** May be asked to change something. */
  | 'write'
  /** May be asked for what the gateway has not documented. */
  | 'undocumented'
  /** Remembers what it was asked before. */
  | 'state'
  /** Somebody pays on the pages of payments, or cancels there. */
  | 'payer'
  /** The payer has the test cards, so that a payment can be made to fail. */
  | 'test-cards'
  /** What the gateway sends of its own accord reaches the run. */
  | 'receiver'
  /** There is another terminal, which must see nothing of the run's own. */
  | 'second-terminal'
  /** Terminals of any kind can be made: inactive, demanding signatures, closed to this address. */
  | 'terminals'
  /** The token of a terminal can be rotated or revoked. */
  | 'rotation'
  /** The limits may be used up on purpose. */
  | 'limits'
  /** The clock can be moved on. */
  | 'time-travel'
  /** Failures can be ordered. */
  | 'failures'
  /** Has the control API of this project's sandbox, for what no other word names, such as a settlement. */
  | 'control';

export interface TestCase {
  /** `createPayment body /amount minimum`: unique, and what `--only` searches. */
  id: string;
  /** What was broken or asked for, without the operation: `body /amount minimum`. */
  name: string;
  draft: Draft;
  expectation: Expectation;
  needs: Capability[];
  /** Whether the caller's token is sent and good. */
  tokenKnown: boolean;
  /** JSON pointer into the bundle to the rule that the request breaks. */
  rule?: string;
}
