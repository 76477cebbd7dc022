// What a scenario is made of: what the shop does, what happens on the way, and what must come of it. Data, no code.
import type { DialectName, Fault, PayerAction } from '../../../sandbox/src/testing/index.ts';
import type { OperationName } from '../../src/index.ts';
import type { Ask, AskDeliver, AskWebhook } from './protocol.ts';

/** What happens to one request on its way to the gateway, or to the answer on its way back. */
export type Interference = { on: OperationName } & (
  | {
      /**
       * `cut`: the line breaks before the gateway has seen the request; `lose`: after it has acted. `silence`: it
       * acts, and no answer comes; `truncate`: half of one. `unsign`, `forge`, `age`: its signature is taken away,
       * made with another key, or right and older than it may be. `redirect`: it acts, and points elsewhere.
       */
      does: 'cut' | 'lose' | 'silence' | 'truncate' | 'unsign' | 'forge' | 'age' | 'redirect';
    }
  /** A page of somebody in between: the gateway has acted, or has seen nothing. */
  | { does: 'page'; status: number; acts: boolean }
  /** Another answer instead of the gateway's, rightly signed. */
  | { does: 'answer'; status: number; body: unknown; headers?: Record<string, string> }
  /** The gateway's own answer with other values by their paths (`data.verification.amount`), rightly signed. */
  | { does: 'change'; values: Record<string, unknown>; status?: number }
);

/** A webhook that somebody sends: signed now, over its data, unless it says otherwise. */
export interface SentWebhook {
  event: string;
  id: string;
  /** JSON text. */
  data: string;
  secret: string;
  /** Seconds since it was signed. */
  age?: number;
  /** What the body says although it was not signed. */
  sentData?: string;
  headers?: [name: string, value: string][];
}

type Asked = Ask extends infer One
  ? One extends AskWebhook
    ? Omit<One, 'body' | 'headers'> & { sent: SentWebhook }
    : One extends AskDeliver
      ? Omit<One, 'deliveries'> & { deliveries: { sent: SentWebhook; after_ms: number }[] }
      : One extends { client: string }
        ? Omit<One, 'client'>
        : One
  : never;

/** A question of the shop; the player makes its client, and signs what is sent to it. */
export type ShopAsk = Exclude<Asked, { do: 'client' }>;

/** What must have been told at least: a value, or a demand on one. */
export type Demand =
  | string
  | number
  | boolean
  | null
  | { matches: string }
  /** A list in whatever order: of many at once nobody knows which is the first. */
  | { inAnyOrder: readonly number[] }
  | readonly Demand[]
  | { readonly [field: string]: Demand };

/**
 * One step. In every text `$name.field` stands for a field of what the step of that name was told; an error of the
 * catalogue is named by `#ErrorAlreadyVerified`, and its code is meant.
 */
export type Step =
  | { ask: ShopAsk; told: { readonly [field: string]: Demand }; as?: string }
  | { pay: string; card?: PayerAction }
  | { advance: number }
  | { fault: Fault }
  | { interfere: Interference[] };

export interface Scenario {
  /** As a merchant would say it. */
  name: string;
  /** Whether the terminal signs; it does unless a scenario is about one that does not. */
  signs?: boolean;
  dialects?: DialectName[];
  /** How often the client repeats; 2 unless told otherwise. */
  retries?: number;
  /** How long one attempt may take; 20,000 unless somebody is silent. */
  timeout_ms?: number;
  steps: Step[];
  /**
   * The requests that arrived, in order: the operation, and a letter for each that has an idempotency key. The same
   * letter is the same key, another letter another key.
   */
  requests?: string[];
}
