// Sends the cases of a run one after the other, keeps to the limits, judges each answer and records what was found.
import { randomUUID } from 'node:crypto';
import type { ContractOperation } from '../contract/document.ts';
import { operations } from '../contract/facts.ts';
import type { Circumstances, Exchange } from '../judge/exchange.ts';
import type { Expectation } from '../judge/expectation.ts';
import type { Finding } from '../judge/finding.ts';
import { readLimits } from '../judge/headers.ts';
import { judge } from '../judge/judge.ts';
import { stated } from '../judge/word.ts';
import { createModel, type Model } from '../model/model.ts';
import type { Capability, TestCase } from '../plan/case.ts';
import { type Draft, render } from '../plan/draft.ts';
import { emptyShelf, type Shelf } from '../plan/scenarios/shelf.ts';
import type { Credentials, Target } from '../targets/target.ts';
import type { Recording } from '../traffic/recording.ts';
import { NoAnswer, type Send, transport } from '../transport.ts';
import { secondsToWait } from './likeness.ts';
import { observedControl, secondTerminal, tellGivenTerminal } from './observed-control.ts';
import { type Listener, overheard } from './overheard.ts';
import { createPace, type Pace, realTiming, type Timing, windowsOf } from './pace.ts';
import type { Part } from './part.ts';
import { maximumWait, preflight } from './preflight.ts';
import type { Recorder } from './recorder.ts';
import { Unjudgeable, unreachable } from './unjudgeable.ts';

/** What came back of one request: the body as read, and what was found; no answer is a finding as well. */
export interface Performed {
  findings: Finding[];
  /** The documented status of what came back, whatever status it really had where that is only assumed. */
  status?: number;
  body?: unknown;
  exchange?: Exchange;
}

/** How one request differs from the ordinary one of the run's own caller. */
export interface Manner {
  expectation?: Expectation;
  /** Whether the token that is sent is good; by default it is when the operation takes one. */
  tokenKnown?: boolean;
  /** Another caller than the run's own. */
  as?: Credentials;
  /** Whether to sign the request; by default when the caller has a secret key and the operation takes signatures. */
  sign?: boolean;
  /** Whether a 429 is what is wanted; otherwise the run waits and tries again. */
  limitWanted?: boolean;
  /** Whether the answer may be a stored one, made at an earlier moment. */
  stored?: boolean;
  /** Whether the caller's token has been rotated away. */
  tokenRotated?: boolean;
}

/** How often an operation may hang before it is given up, so that a run comes to its end. */
const hangsAllowed = 3;

export interface Session {
  target: Target;
  recorder: Recorder;
  /** Remembers what has happened, and says what cannot be after it. */
  model: Model;
  /** Payments that scenes leave behind for others. */
  shelf: Shelf;
  /** Sends a draft, and judges the answer. @throws Unjudgeable when the server has gone */
  perform: (draft: Draft, manner?: Manner) => Promise<Performed>;
  /** Sends a case and records how it ended. */
  run: (part: Part, testCase: TestCase) => Promise<void>;
  /** Why a case cannot be tried on this target; undefined when it can. */
  obstacle: (needs: readonly Capability[]) => string | undefined;
  /** Tells that the run waits, for whoever watches. */
  onWait: (listener: (seconds: number, why: string) => void) => void;
  close: () => void;
}

/** Whether a draft is sent with a signature that lifts limits: one proves nothing without the token that says whose it is. */
export const signs = (
  { operation, authorization, forge }: Draft,
  { secretKey }: Credentials,
  sign = secretKey !== undefined,
): boolean =>
  sign && secretKey !== undefined && authorization === undefined && operation.facts.requestSigning && !forge;

/** What a session has beside its target; all of it may be left out. */
export interface Company {
  timing?: Timing;
  /** Who is told of all that the model hears. */
  listeners?: readonly Listener[];
  /** Where whatever is sent and comes back is kept as well. */
  recording?: Recording | undefined;
}

/** @param repeatOf the command that repeats one case alone */
export function createSession(
  judged: Target,
  recorder: Recorder,
  timeout: number,
  repeatOf: (id: string) => string,
  { timing = realTiming, listeners = [], recording }: Company = {},
): Session {
  const model = overheard(createModel(judged.environment), listeners);
  const target: Target = judged.control
    ? { ...judged, control: observedControl(judged.control, model, judged.now) }
    : judged;
  if (!target.mock) {
    tellGivenTerminal(model, target.credentials, target.now());
    if (target.second) tellGivenTerminal(model, target.second, target.now(), secondTerminal);
  }
  const { send, close } = transport([target.url, ...(target.neighbours ?? [])], timeout);
  const paces = new Map<string | undefined, Pace>();
  const hangs = new Map<string, number>();
  let waiting: (seconds: number, why: string) => void = () => {};

  const paceOf = (token: string | undefined): Pace => {
    const known = paces.get(token);
    if (known) return known;
    const made = createPace(timing);
    paces.set(token, made);
    return made;
  };

  const pause = async (milliseconds: number, why: string, pace: Pace, token: string | undefined) => {
    if (milliseconds <= 0) return;
    if (target.pass) {
      await target.pass(milliseconds, token);
      pace.skipped(milliseconds);
      return;
    }
    if (milliseconds > 1500) waiting(Math.ceil(milliseconds / 1000), why);
    await timing.sleep(milliseconds);
  };

  /** Tells a server that has gone from one that fails this operation alone. */
  const isGone = async (): Promise<NoAnswer | undefined> => {
    try {
      await send({ method: 'GET', path: operations.getHealth.path, headers: {} });
      return undefined;
    } catch (error) {
      return error as NoAnswer;
    }
  };

  const answerOrFinding = async (
    request: Parameters<Send>[0],
    operation: ContractOperation,
    at: number,
  ): Promise<Exchange | Finding> => {
    const started = Date.now();
    try {
      const answer = await send(request);
      recording?.keep({ request, answer }, at, Date.now() - started);
      return { request, answer };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      recording?.keep({ request }, at, Date.now() - started);
      const gone = error.kind === 'unreachable' ? error : await isGone();
      if (gone) {
        throw new Unjudgeable(
          `The server went away in the middle of the run (at ${operation.id}). ${unreachable(gone, target.url)}`,
        );
      }
      if (error.kind === 'hanging') hangs.set(operation.id, (hangs.get(operation.id) ?? 0) + 1);
      return {
        at: '/',
        expected: 'an answer',
        got: error.message,
        rule: `${operation.pointer}/responses`,
        kind: `no answer: ${error.message}`,
        basis: stated,
      };
    }
  };

  const perform: Session['perform'] = async (draft, manner = {}) => {
    const { operation } = draft;
    const credentials = manner.as ?? target.credentials;
    const sign = manner.sign ?? credentials.secretKey !== undefined;
    const signed = signs(draft, credentials, sign);
    const windows = windowsOf(operation, {
      signed,
      isSandbox: target.environment === 'sandbox' && !target.mock,
    });
    const token = draft.authorization === undefined && operation.facts.token ? credentials.token : undefined;
    const pace = paceOf(token);
    for (let attempt = 1; ; attempt++) {
      timing.check?.();
      if (!target.mock && !manner.limitWanted) {
        await pause(pace.wait(windows), `so that the limit of ${operation.id} is not tripped`, pace, token);
      }
      pace.sent(windows);
      // Whose token nobody knows is nobody, and no terminal's clock is his.
      const now = target.now(manner.tokenKnown === false ? undefined : token);
      const caller = {
        ...(credentials.token && { token: credentials.token }),
        ...(sign && credentials.secretKey && { secretKey: credentials.secretKey }),
        now,
        idempotencyKey: `contract-${randomUUID()}`,
      };
      const request = render(draft, caller);
      const pending = target.mock ? undefined : model.begins(operation, request, now);
      // Whose token is worth nothing is answered on the clock of nobody's terminal.
      const serverNow = manner.tokenKnown === false ? target.now() : now;
      const exchange = await answerOrFinding(request, operation, serverNow);
      const sent = { request, signed, ...(token !== undefined && { token }) };
      if (!('answer' in exchange)) {
        pending?.lost();
        return { findings: [{ ...exchange, evidence: sent }] };
      }
      const { answer } = exchange;
      const evidence = { ...sent, answer };
      const circumstances: Circumstances = {
        tokenKnown: manner.tokenKnown ?? (operation.facts.token && draft.authorization === undefined),
        ...(credentials.secretKey && { secretKey: credentials.secretKey }),
        signed,
        ...(!target.mock && { now: serverNow }),
        fresh: !manner.stored,
        tokenRotated: manner.tokenRotated ?? false,
        sandbox: target.environment === 'sandbox',
      };
      const ours = credentials.token === target.credentials.token && circumstances.tokenKnown && !draft.forge;
      const isLimited = answer.status === 429 && !manner.limitWanted && !target.mock;
      const asked = isLimited ? secondsToWait(answer) : undefined;
      // So long nobody waits; when everything is to wait so long, the preflight says so.
      const isTooLong = asked !== undefined && asked * 1000 > maximumWait;
      if (isTooLong) await preflight(target, timeout);
      const retry = isLimited && !isTooLong && attempt <= 3;
      const { findings, body, status } = judge(
        exchange,
        operation,
        circumstances,
        retry ? {} : manner.expectation,
      );
      // A token that is refused in the middle of a run spoils everything after it: find out whether it is the token.
      if ((status ?? answer.status) === 401 && ours && !target.mock) await preflight(target, timeout);
      recorder.saw(operation, answer, body);
      const taken = { status: status ?? answer.status, body };
      const unlawful = pending?.ends(answer, taken, target.now(token)) ?? [];
      const response = operation.responses.get(answer.status);
      const limits = response ? readLimits(answer, response) : {};
      if (!target.mock && limits.remaining?.value === 0 && limits.reset && !limits.wait) {
        const longest = Math.max(0, ...windows.map(({ milliseconds }) => milliseconds));
        // A moment beyond every window is a fault of the answer, and no reason to wait for it.
        pace.blocked(windows, Math.min((limits.reset.value - now) * 1000, longest));
      }
      if (!retry) {
        const all = [...findings, ...unlawful].map((finding) => ({ ...finding, evidence }));
        return { findings: all, ...taken, exchange };
      }
      // Somebody else uses the token too; what was not carried out can be sent again.
      const wait = (asked ?? 60) * 1000;
      await pause(wait, `because the limit of ${operation.id} is used up`, pace, token);
    }
  };

  const obstacle: Session['obstacle'] = (needs) => {
    const missing = needs.find((need) => !target.capabilities.has(need));
    return missing && (target.without[missing] ?? `this target cannot do it (${missing})`);
  };

  return {
    target,
    recorder,
    model,
    shelf: emptyShelf(),
    perform,
    obstacle,
    run: async (part, { id, name, draft, expectation, needs, tokenKnown }) => {
      const { id: operation } = draft.operation;
      const reason = obstacle(needs);
      if (reason) return recorder.notReached(part, operation, name, reason);
      if ((hangs.get(operation) ?? 0) >= hangsAllowed) {
        return recorder.notReached(
          part,
          operation,
          name,
          `the operation gave no answer ${hangsAllowed} times before`,
        );
      }
      const { fields: _, ...unnamed } = expectation;
      const wanted = target.capabilities.has('field-names') ? expectation : unnamed;
      const { findings } = await perform(draft, { expectation: wanted, tokenKnown });
      recorder.record({ part, operation, name, repeat: repeatOf(id) }, findings);
    },
    onWait: (listener) => {
      waiting = listener;
    },
    close,
  };
}
