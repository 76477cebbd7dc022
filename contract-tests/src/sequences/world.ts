// The gateway as a sequence meets it: sends what a command wants, keeps the trace of it, and gathers what was found.
import { randomUUID } from 'node:crypto';
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { judgeCallback } from '../deliveries/judge.ts';
import type { Finding } from '../judge/finding.ts';
import type { PayerAct } from '../model/observation.ts';
import type { Draft } from '../plan/draft.ts';
import { createStage, type Stage } from '../plan/scenarios/stage.ts';
import type { Manner, Performed, Session } from '../run/session.ts';
import { ControlRefused } from '../targets/refusal.ts';
import type { NewTerminal, SandboxTerminal } from '../targets/target.ts';
import type { OwnPayment, Shop } from './memory.ts';
import type { ControlStep, RequestStep, Trace } from './trace.ts';

/** How a request of a sequence differs from the ordinary one of its shop. */
export interface Saying extends Manner {
  /** What it does, for a person. */
  says: string;
  /** What later requests will name: the place of it in the answer, and the variable that it goes by in the lines. */
  keeps?: { at: string; variable: string }[];
}

/** What was found, with the operation whose answer showed it. */
export interface Found {
  operation: string;
  finding: Finding;
  /** How many steps there were until then. */
  steps: number;
}

export interface World {
  stage: Stage;
  trace: Trace;
  /** What was found since the sequence began. */
  found: Found[];
  send: (shop: Shop, draft: Draft, saying: Saying) => Promise<Performed>;
  /** An idempotency key that nothing before has used. */
  freshKey: () => string;
  /** Whether there is a payer who does as he is told. */
  canPay: boolean;
  /** Lets the payer act. @returns whether the page has let him */
  pay: (payment: OwnPayment, act: PayerAct) => Promise<boolean>;
  openTerminal: (name: Shop['name'], wanted: NewTerminal) => Promise<SandboxTerminal>;
  advance: (shop: Shop, seconds: number) => Promise<void>;
  /** Gives a shop a new token; the old one works on for a while. */
  rotate: (shop: Shop) => Promise<void>;
  /** Takes all tokens of a shop away. */
  revoke: (shop: Shop) => Promise<void>;
  /** The next request of this operation is to fail. */
  fail: (shop: Shop, code: number, operation: string) => Promise<void>;
  /** The shop's clock in Unix seconds. */
  now: (shop: Shop) => number;
  /** Does several things at the same moment. */
  atOnce: (...all: (() => Promise<void>)[]) => Promise<void>;
}

/** How the lines of a sequence call what belongs to a shop. */
const prefixes: Record<Shop['name'], string> = { first: 'CONTRACT', other: 'OTHER' };
export const tokenOf = (name: Shop['name']): string => `${prefixes[name]}_TOKEN`;
export const secretKeyOf = (name: Shop['name']): string => `${prefixes[name]}_SECRET_KEY`;
export const terminalOf = (name: Shop['name']): string => `${prefixes[name]}_TERMINAL`;

/** The page does not let every card pay; that is no obstacle to the rest of a sequence. */
function refused(error: unknown): undefined {
  if (error instanceof ControlRefused) return undefined;
  throw error;
}

const whose = ({ name }: Shop) => `the ${name} shop`;

export function createWorld(session: Session): World {
  const stage = createStage(session);
  const { target, model } = session;
  const trace: Trace = { steps: [], keys: [] };
  const found: Found[] = [];
  let groups = 0;
  let together: number | undefined;
  let tokens = 0;

  const gather = (operation: string, findings: readonly Finding[]) => {
    for (const finding of findings) {
      found.push({ operation, finding, steps: trace.steps.length });
    }
  };
  const steer = (step: Omit<ControlStep, 'kind' | 'keeps'> & Partial<Pick<ControlStep, 'keeps'>>) => {
    const made: ControlStep = { kind: 'control', keeps: [], ...step };
    trace.steps.push(made);
    return made;
  };

  return {
    stage,
    trace,
    found,
    canPay: target.control !== undefined,
    freshKey: () => {
      const key = `contract-${randomUUID()}`;
      trace.keys.push(key);
      return key;
    },
    send: async (shop, draft, { says, keeps = [], ...manner }) => {
      const { operation } = draft;
      const step: RequestStep = {
        kind: 'request',
        shop: shop.name,
        operation,
        says: `${whose(shop)} ${says}`,
        keeps: [],
        ...(together !== undefined && { together }),
      };
      trace.steps.push(step);
      const performed = await session.perform(draft, { as: shop.terminal, ...manner });
      if (performed.exchange) step.request = performed.exchange.request;
      for (const { at, variable } of keeps) {
        const value = nodeAt(performed.body, at);
        const field = at.split('/').at(-1) ?? '';
        if (typeof value === 'string') step.keeps.push({ field, value, variable });
      }
      gather(operation.id, performed.findings);
      return performed;
    },
    pay: async (payment, act) => {
      const { authority, number, shop } = payment;
      const doing = act === 'cancel' ? 'cancels' : `pays with the card "${act}"`;
      steer({
        says: `the payer ${doing}: payment ${number}`,
        path: `payments/${authority}/pay`,
        body: { card: act },
      });
      const from = target.now(shop.terminal.token);
      const callback = await stage.control.pay(authority, act, shop.terminal).catch(refused);
      if (!callback) return false;
      const { method, url } = callback;
      const fields = method === 'GET' ? Object.fromEntries(new URL(url).searchParams) : callback.fields;
      const at = { from, to: target.now(shop.terminal.token) };
      gather('paymentCallback', [
        ...judgeCallback(fields),
        ...model.happens({ kind: 'callback', url, method, fields, at }),
      ]);
      return true;
    },
    openTerminal: async (name, wanted) => {
      const made = await stage.control.createTerminal(wanted);
      const keeps = [
        { field: 'id', value: made.id, variable: terminalOf(name) },
        { field: 'token', value: made.token, variable: tokenOf(name) },
        ...(made.secretKey === undefined
          ? []
          : [{ field: 'secret_key', value: made.secretKey, variable: secretKeyOf(name) }]),
      ];
      const { requireSignature: require_signature, secretKey: secret_key } = wanted;
      const body = {
        ...(require_signature !== undefined && { require_signature }),
        ...(secret_key !== undefined && { secret_key }),
      };
      steer({ says: `the terminal of the ${name} shop`, path: 'terminals', body, keeps });
      return made;
    },
    advance: async (shop, seconds) => {
      steer({
        says: `${seconds} seconds pass for ${whose(shop)}`,
        path: 'clock',
        body: { terminal: shop.terminal.id, advance_seconds: seconds },
        moves: { shop: shop.name, seconds },
      });
      await stage.control.advance(shop.terminal, seconds);
    },
    rotate: async (shop) => {
      const { id, token: old } = shop.terminal;
      const step = steer({
        says: `the token of ${whose(shop)} is rotated`,
        path: `terminals/${id}/tokens/rotate`,
        body: {},
      });
      const token = await stage.control.rotateToken(id);
      tokens++;
      step.keeps.push({ field: 'token', value: token, variable: `token${tokens}` });
      shop.before = { token: old, at: target.now(token) };
      shop.terminal = { ...shop.terminal, token };
    },
    revoke: async (shop) => {
      const { id } = shop.terminal;
      steer({
        says: `every token of ${whose(shop)} is revoked`,
        path: `terminals/${id}/tokens/revoke`,
        body: {},
      });
      await stage.control.revokeTokens(id);
      delete shop.before;
    },
    fail: async (shop, code, operation) => {
      const { id } = shop.terminal;
      steer({
        says: `the next ${operation} of ${whose(shop)} is to fail with code ${code}`,
        path: 'faults',
        body: { code, terminal: id, operation },
      });
      await stage.control.fail(code, id, operation);
    },
    now: (shop) => target.now(shop.terminal.token),
    atOnce: async (...all) => {
      groups++;
      together = groups;
      try {
        // Each begins before any of them has been answered, since nothing is awaited before it is sent.
        await Promise.all(all.map((one) => one()));
      } finally {
        together = undefined;
      }
    },
  };
}
