// Scenes for the errors that many operations share; each works for whichever operation it is asked for.

import { operationOf } from '../../contract/document.ts';
import { type ErrorName, type OperationId, rateLimits, tokens } from '../../contract/facts.ts';
import type { Limit } from '../../model/rates.ts';
import type { Performed } from '../../run/session.ts';
import type { SandboxTerminal } from '../../targets/target.ts';
import type { Draft } from '../draft.ts';
import { isRefusal, mostIn, neverRefused, overall } from './limit.ts';
import type { Scene } from './scene.ts';
import { codeOf, type Stage, Unreachable } from './stage.ts';

/** A request that is valid by itself, whatever it refers to may not exist. */
const valid = (stage: Stage, id: OperationId): Draft => stage.draft(id);

/** An authority of the right form that no payment has: from the first second of 1900. */
export const unknownAuthority = '19000101000000AAAA';

function withUnknownAuthority(stage: Stage, id: OperationId): Draft {
  const draft = stage.draft(id, { authority: unknownAuthority });
  if (!draft.body || !('json' in draft.body)) return draft;
  return { ...draft, body: { json: { ...(draft.body.json as object), authority: unknownAuthority } } };
}

/** The tightest limit of an operation in the sandbox. */
function tightest(id: OperationId): Limit {
  const named = operationOf(id).facts.rateLimits.map((name) => ({
    key: name,
    limit: rateLimits[name].limit,
    seconds: rateLimits[name].window_seconds,
    rule: `#/x-rate-limits/${name}`,
  }));
  return [overall, ...named].reduce((one, other) => (other.limit < one.limit ? other : one));
}

/** How many times as many requests as are allowed are sent, before a server is taken to be too slow to come to its limit. */
const patience = 8;

/** Sends requests until the limit is reached; that no limit comes is found at fault as soon as they were too many. */
async function untilLimited(stage: Stage, id: OperationId): Promise<Performed> {
  const takesToken = operationOf(id).facts.token;
  const as = takesToken ? await stage.terminal() : undefined;
  const limit = tightest(id);
  const started = performance.now();
  for (let count = 1; count <= patience * limit.limit; count++) {
    const answer = await stage.ask(valid(stage, id), {
      ...(as && { as }),
      sign: false,
      limitWanted: true,
    });
    if (isRefusal(answer) || answer.status === undefined) return answer;
    const taken = performance.now() - started;
    if (count > mostIn(limit, taken)) {
      return { ...answer, findings: [neverRefused(limit, count, taken, answer)] };
    }
  }
  throw new Unreachable(
    `the server answers too slowly to come to the limit of ${limit.limit} requests in ${limit.seconds} s`,
  );
}

async function failing(stage: Stage, id: OperationId, error: ErrorName): Promise<Performed> {
  if (!operationOf(id).facts.token) {
    await stage.control.fail(codeOf(error), undefined, id);
    return stage.ask(valid(stage, id));
  }
  // A failure is ordered for the work itself, so the request must be one that would succeed.
  const { draft, by } = await succeeding(stage, id);
  await stage.control.fail(codeOf(error), by.id, id);
  return stage.ask(draft, { as: by });
}

/** A request that would succeed, with whatever it needs in place. */
async function succeeding(stage: Stage, id: OperationId) {
  switch (id) {
    case 'getPayment':
    case 'cancelPayment':
    case 'getVerification':
    case 'getTransaction': {
      const { authority, by } = await stage.created();
      return { draft: stage.draft(id, { authority }), by };
    }
    case 'createVerification': {
      const { authority, amount, by } = await stage.paid();
      return { draft: stage.draft(id, { body: { authority, amount } }), by };
    }
    case 'retryVerification': {
      const { authority, by } = await unverified(stage);
      return { draft: stage.draft(id, { authority }), by };
    }
    case 'createRefund': {
      const { authority, by } = await stage.verified();
      return { draft: stage.draft(id, { body: { authority } }), by };
    }
    case 'unsubscribeWebhook':
    case 'testWebhook': {
      const webhook = await stage.webhook();
      const example = operationOf(id).requestBody?.examples[0]?.value as object;
      return { draft: stage.draft(id, { body: { ...example, webhook_id: webhook.id } }), by: webhook.by };
    }
    case 'createPayment':
      return { draft: stage.draft(id, { body: stage.paymentBody() }), by: await stage.terminal() };
    default:
      return { draft: stage.draft(id), by: await stage.terminal() };
  }
}

/** A paid payment whose first verification has failed at the bank. */
export async function unverified(stage: Stage, owner?: SandboxTerminal) {
  const payment = await stage.paid(owner);
  const { authority, amount, by } = payment;
  await stage.control.fail(codeOf('ErrorBankUnavailable'), by.id, 'createVerification');
  await stage.send(stage.draft('createVerification', { body: { authority, amount } }), { as: by });
  return payment;
}

const foreignToken = `Bearer ${tokens.prefixes.sandbox}${'y'.repeat(tokens.typical_length - tokens.prefixes.sandbox.length)}`;
const noSecond = new Uint8Array(Buffer.from('{"amount":'));

/** Scenes by the name of the component that holds the example. */
export const sharedErrors: Record<string, (id: OperationId) => Scene> = {
  malformedBody: (id) => ({
    basis: 'decision 25, 41',
    needs: ['write'],
    play: (stage) => stage.ask({ ...valid(stage, id), body: { bytes: noSecond } }),
  }),
  credentialsMissing: (id) => ({
    play: (stage) => stage.ask({ ...valid(stage, id), authorization: null }),
  }),
  credentialsInvalid: (id) => ({
    codeBasis: 'decision 52',
    play: (stage) => stage.ask({ ...valid(stage, id), authorization: foreignToken }),
  }),
  signatureMissing: (id) => ({
    needs: ['control'],
    play: async (stage) =>
      stage.ask(valid(stage, id), { as: await stage.terminal({ requireSignature: true }), sign: false }),
  }),
  // Whether this terminal demands signatures is not known here, and only then the page says what a wrong one is worth.
  timestampInvalid: (id) => ({
    basis: 'decision 51',
    needs: ['signatures'],
    play: (stage) => stage.ask({ ...valid(stage, id), timestampOffset: -3600, forge: (genuine) => genuine }),
  }),
  signatureInvalid: (id) => ({
    basis: 'decision 51',
    needs: ['signatures'],
    play: (stage) =>
      stage.ask({ ...valid(stage, id), forge: (genuine) => ({ ...genuine, signature: '0'.repeat(64) }) }),
  }),
  ipNotAllowed: (id) => ({
    needs: ['control'],
    play: async (stage) =>
      stage.ask(valid(stage, id), { as: await stage.terminal({ ipAllowList: ['192.0.2.1'] }) }),
  }),
  terminalInactive: (id) => ({
    needs: ['control'],
    play: async (stage) => stage.ask(valid(stage, id), { as: await stage.terminal({ state: 'inactive' }) }),
  }),
  transactionNotFound: (id) => ({
    play: (stage) => stage.ask(withUnknownAuthority(stage, id)),
  }),
  invalidAuthority: (id) => ({
    basis: 'decision 15, 23',
    play: (stage) => stage.ask(stage.draft(id, { authority: 'nonsense' })),
  }),
  rateLimited: (id) => ({
    needs: ['control'],
    play: (stage) => untilLimited(stage, id),
  }),
  internalError: (id) => ({ needs: ['control'], play: (stage) => failing(stage, id, 'ErrorInternal') }),
  unexpectedError: (id) => ({ needs: ['control'], play: (stage) => failing(stage, id, 'ErrorUnexpected') }),
  bankUnavailable: (id) => ({
    needs: ['control'],
    play: (stage) => failing(stage, id, 'ErrorBankUnavailable'),
  }),
};
