// Short ways to send what a behaviour is made of; what is wrong with an answer the judge and the model say.
import type { OperationId } from '../../../contract/facts.ts';
import type { Finding } from '../../../judge/finding.ts';
import type { Credentials } from '../../../targets/target.ts';
import { keyed, type Stage, type StagedPayment } from '../stage.ts';

/** What is sent beside the operation. */
export interface Asked {
  authority?: string;
  body?: unknown;
  key?: string;
  /** Whether the answer may be a stored one. */
  stored?: boolean;
}

/** Sends one request. @returns what was found in its answer */
export async function asked(
  stage: Stage,
  as: Credentials,
  id: OperationId,
  { authority, body, key, stored = false }: Asked = {},
): Promise<Finding[]> {
  const draft = stage.draft(id, { ...(authority !== undefined && { authority }), body });
  const { findings } = await stage.send(key === undefined ? draft : keyed(draft, key), { as, stored });
  return findings;
}

/** Asks for everything that can be read of a payment, so that whatever was done to it shows. */
export async function looked(stage: Stage, { authority, by }: StagedPayment): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const id of ['getPayment', 'getTransaction', 'getVerification'] as const) {
    found.push(...(await asked(stage, by, id, { authority })));
  }
  return found;
}

/** Sends requests one after the other. @returns what was found in all of them */
export async function inTurn(...steps: (() => Promise<Finding[]>)[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const step of steps) found.push(...(await step()));
  return found;
}
