// Goes through a run without sending anything, so that it can be told beforehand what it will create and how long the limits make it.
import { operationOf } from '../contract/document.ts';
import { errors } from '../contract/facts.ts';
import type { Expectation } from '../judge/expectation.ts';
import { createModel } from '../model/model.ts';
import type { PayerAct } from '../model/observation.ts';
import type { Payer } from '../payer/payer.ts';
import type { Draft } from '../plan/draft.ts';
import { emptyShelf } from '../plan/scenarios/shelf.ts';
import { keyHeader } from '../plan/scenarios/stage.ts';
import type { Target } from '../targets/target.ts';
import type { Options } from './options.ts';
import { createPace, type Pace, windowsOf } from './pace.ts';
import { parts } from './part.ts';
import { judges } from './parts.ts';
import { createRecorder } from './recorder.ts';
import { selectionOf } from './selection.ts';
import { type Manner, type Performed, type Session, signs } from './session.ts';
import { Unjudgeable } from './unjudgeable.ts';

/** What a run will do, as far as the answers are the ones that the contract has. */
export interface Plan {
  requests: number;
  /** How long it takes, with what the limits make it wait. */
  seconds: number;
  payments: number;
  subscriptions: number;
  refunds: number;
  /** How often the payer is asked for what. */
  payer: ReadonlyMap<PayerAct, number>;
  /** Seconds until the end when a case of a part has ended; undefined for a case that it does not know. */
  secondsAfter: (title: string, id: string) => number | undefined;
}

/** Seconds that one request takes, a guess between a machine at hand and one far away. */
const requestSeconds = 0.15;

/** Seconds that a payer takes: a person with a browser, a robot. */
const personSeconds = 45;
const robotSeconds = 2;

function expectedStatus({ operation }: Draft, { errors: wanted, status }: Expectation = {}): number {
  const [error] = wanted ?? [];
  return error ? (errors[error].http[0] as number) : (status ?? operation.facts.successStatus);
}

interface Body {
  authority?: string;
  data?: { transaction?: Record<string, unknown> };
}

/** @throws Unjudgeable when no case is wanted */
export async function rehearse(judged: Target, options: Options): Promise<Plan> {
  let time = 0;
  const timing = { now: () => time * 1000, sleep: async () => {} };
  const paces = new Map<string | undefined, Pace>();
  const counts = { requests: 0, payments: 0, subscriptions: 0, refunds: 0 };
  const acts = new Map<PayerAct, number>();
  const byKey = new Map<string, string>();
  const verified = new Set<unknown>();
  const paceOf = (token: string | undefined) => {
    const pace = paces.get(token) ?? createPace(timing);
    paces.set(token, pace);
    return pace;
  };

  const payer: Payer = {
    pay: async ({ act }) => {
      acts.set(act, (acts.get(act) ?? 0) + 1);
      time += options.payer === 'person' ? personSeconds : robotSeconds;
      return undefined;
    },
  };
  const target: Target = {
    ...judged,
    ...(judged.payer && { payer }),
    hosting: async () => ({ url: 'https://rehearsal.invalid', close: async () => {} }),
    now: () => Math.floor(time),
  };

  /** The body of a success: the example, about a payment of its own. */
  const success = (draft: Draft): unknown => {
    const { operation } = draft;
    const example = operation.responses.get(operation.facts.successStatus)?.examples[0]?.value;
    const body = structuredClone(example) as Body | undefined;
    const sent = (draft.body && 'json' in draft.body ? draft.body.json : undefined) as Body | undefined;
    const transaction = body?.data?.transaction;
    if (operation.id === 'createPayment' && transaction) {
      const key = draft.headers[keyHeader] ?? `${counts.requests}`;
      if (!byKey.has(key)) counts.payments++;
      transaction.authority = byKey.get(key) ?? `R${counts.payments}`;
      byKey.set(key, transaction.authority as string);
    }
    if (operation.id === 'createVerification') verified.add(sent?.authority);
    if (operation.id === 'getTransaction' && transaction) {
      transaction.can_be_verified = !verified.has(draft.pathParameters.authority);
    }
    if (operation.id === 'subscribeWebhook') counts.subscriptions++;
    if (operation.id === 'createRefund') counts.refunds++;
    return body;
  };

  const spend = (draft: Draft, { as, sign }: Manner = {}) => {
    const { operation } = draft;
    const credentials = as ?? target.credentials;
    const token = draft.authorization === undefined && operation.facts.token ? credentials.token : undefined;
    const windows = windowsOf(operation, {
      signed: signs(draft, credentials, sign),
      isSandbox: target.environment === 'sandbox' && !target.mock,
    });
    const pace = paceOf(token);
    if (!target.mock) time += pace.wait(windows) / 1000;
    pace.sent(windows);
    time += requestSeconds;
    counts.requests++;
  };

  const perform = async (draft: Draft, manner: Manner = {}): Promise<Performed> => {
    spend(draft, manner);
    const status = expectedStatus(draft, manner.expectation);
    return { findings: [], status, body: status < 400 ? success(draft) : {} };
  };

  const recorder = createRecorder((text) => text);
  const obstacle: Session['obstacle'] = (needs) => {
    const missing = needs.find((need) => !target.capabilities.has(need));
    return missing && (target.without[missing] ?? missing);
  };
  const session: Session = {
    target,
    recorder,
    model: createModel(target.environment, []),
    shelf: emptyShelf(),
    perform,
    obstacle,
    run: async (_part, { draft, needs, expectation }) => {
      if (obstacle(needs) === undefined) await perform(draft, { expectation });
    },
    onWait: () => {},
    close: () => {},
  };

  const endedAt = new Map<string, number>();
  let title = '';
  const progress = {
    begin: (next: string) => {
      title = next;
    },
    start: () => {},
    step: (id: string) => void endedAt.set(`${title}: ${id}`, time),
    note: () => {},
    wait: () => {},
    expect: () => {},
    end: () => {},
  };
  const { isWanted, mustHaveFound } = selectionOf(options.only);
  const running = { session, progress, isWanted, repeatOf: () => '', seed: options.seed, isRehearsal: true };
  for (const part of parts) {
    if (part !== 'traffic' && options.parts.includes(part)) await judges[part](running);
  }
  mustHaveFound();
  if (endedAt.size === 0) throw new Unjudgeable('The parts that were chosen have no case here.');
  if (!target.control && !target.mock) {
    for (let count = 0; count < counts.subscriptions; count++) spend(draftFor('unsubscribeWebhook'));
  }
  return {
    ...counts,
    seconds: time,
    payer: acts,
    secondsAfter: (ofPart, id) => {
      const at = endedAt.get(`${ofPart}: ${id}`);
      return at === undefined ? undefined : time - at;
    },
  };
}

const draftFor = (id: 'unsubscribeWebhook'): Draft => ({
  operation: operationOf(id),
  pathParameters: {},
  query: [],
  headers: {},
});
