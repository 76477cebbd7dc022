// What a sequence has done, step by step, with the names under which later steps speak of what earlier ones brought.
import type { ContractOperation } from '../contract/document.ts';
import type { SentRequest } from '../judge/exchange.ts';
import type { Shop } from './memory.ts';

/** A text of an answer that later steps send again. */
export interface Kept {
  /** The name of the field that holds it, wherever it stands. */
  field: string;
  value: string;
  /** The shell variable that takes it. */
  variable: string;
}

interface Told {
  /** What it does, for a person. */
  says: string;
  keeps: Kept[];
  /** Steps of one number were under way at the same moment. */
  together?: number;
}

export interface RequestStep extends Told {
  kind: 'request';
  shop: Shop['name'];
  operation: ContractOperation;
  /** Undefined as long as it has not been sent. */
  request?: SentRequest;
}

/** A call of the control API of a sandbox. */
export interface ControlStep extends Told {
  kind: 'control';
  /** Below the address of the control API. */
  path: string;
  body: Record<string, unknown>;
  /** Whose clock it moves on, and by how many seconds. */
  moves?: { shop: Shop['name']; seconds: number };
}

export type Step = RequestStep | ControlStep;

export interface Trace {
  steps: Step[];
  /** The idempotency keys, which whoever repeats the steps makes anew. */
  keys: string[];
}
