// Idempotency keys: the first answer again to the same request, no other request with the same key, and a day of life.
import { isDeepStrictEqual } from 'node:util';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { idempotency } from '../../contract/facts.ts';
import { brokenRules } from '../../contract/schemas.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Chapter, Seen } from '../chapter.ts';
import { edgeOf } from '../clocks.ts';
import { isSameRequest, lifeOf, rememberUse, useOf } from '../keys.ts';
import type { Known } from '../known.ts';
import type { Exchanged, SentCall } from '../observation.ts';
import { isServerError, isSound, isStored, outcomeOf, refusedFields } from '../outcome.ts';

const field = 'idempotency_key';
const rule = '#/x-idempotency';

/** Whether an answer refuses the key itself. */
const refusesKey = ({ isSuccess, body }: Exchanged): boolean =>
  !isSuccess && (refusedFields(body)?.includes(field) ?? false);

/** Whether an earlier check has decided, or the server has failed: then nothing is said of what was stored. */
const saysNothing = (seen: Exchanged): boolean =>
  !refusesKey(seen) &&
  outcomeOf(seen).kind === 'undecided' &&
  (isServerError(seen) || seen.answer.status >= 400);

const textOf = ({ answer }: Exchanged) => Buffer.from(answer.body).toString('utf8');

const authorityIn = ({ body }: Exchanged): unknown => nodeAt(body, '/data/transaction/authority');

/** A repeated request gets the stored answer, byte by byte; its signature is made anew. */
function judgeReplay(seen: Seen, first: Exchanged): Finding[] {
  const wasServerError = isServerError(first);
  if (!wasServerError && saysNothing(seen)) return [];
  if (refusesKey(seen)) {
    return [
      {
        at: '/status',
        expected: `the stored answer again, HTTP ${first.answer.status}: it is the same request`,
        got: `HTTP ${seen.answer.status} for the field ${field}`,
        rule,
        basis: assumed(3),
      },
    ];
  }
  const [one, other] = [authorityIn(first), authorityIn(seen)];
  if (seen.operation.id === 'createPayment' && first.isSuccess && seen.isSuccess && one !== other) {
    return [
      {
        at: '/body/data/transaction/authority',
        expected: `${shown(one)}, the payment that was made with this key before`,
        got: `${shown(other)}, one more payment`,
        rule,
        // To keep a repeated request from making one more payment is what the page says that the key is for.
        basis: stated,
      },
    ];
  }
  if (first.answer.status === seen.answer.status && textOf(first) === textOf(seen)) return [];
  const isSame = first.answer.status === seen.answer.status && isDeepStrictEqual(first.body, seen.body);
  return [
    {
      at: '/body',
      expected: `the stored answer again, byte by byte: HTTP ${first.answer.status}, ${shown(first.body)}`,
      got: isSame ? 'the same values in other bytes' : `HTTP ${seen.answer.status}, ${shown(seen.body)}`,
      rule,
      basis: assumed(3),
    },
  ];
}

/** A key that belongs to another request is refused. */
function judgeReuse(seen: Seen, first: SentCall): Finding[] {
  if (refusesKey(seen) || saysNothing(seen) || !isSound(seen)) return [];
  return [
    {
      at: '/status',
      expected: `a refusal of the field ${field}: the key was used for another request, of ${first.operation.id}`,
      got: `HTTP ${seen.answer.status}${seen.isSuccess ? ', a success' : ` with code ${shown(nodeAt(seen.body, '/error/code'))}`}`,
      rule: `${rule}/description`,
      basis: assumed(3),
    },
  ];
}

/** Whether a request carries one key that keeps the rules of keys. */
function hasGoodKey({ request, key }: SentCall): boolean {
  const names = [idempotency.header, idempotency.alias].map((name) => name.toLowerCase());
  const sent = Object.entries(request.headers).filter(([name]) => names.includes(name.toLowerCase()));
  return (
    new Set(sent.map(([, value]) => value)).size === 1 &&
    brokenRules('#/components/schemas/IdempotencyKey', key).length === 0
  );
}

/** A key that is new at its terminal, or that has outlived its day, is as good as any. */
function judgeFresh(seen: Seen, wasUsed: boolean): Finding[] {
  if (!refusesKey(seen) || !hasGoodKey(seen) || !seen.terminal?.isAlone) return [];
  const hours = idempotency.lifetime_seconds / 3600;
  return [
    {
      at: '/status',
      expected: wasUsed
        ? `the request to be carried out: after ${hours} hours its key is forgotten`
        : 'the request to be carried out: this terminal has not used its key before',
      got: `HTTP ${seen.answer.status} for the field ${field}`,
      rule: wasUsed ? `${rule}/lifetime_seconds` : `${rule}/scope`,
      basis: assumed(3),
    },
  ];
}

/** An answer that speaks of the key speaks of the one that was sent. */
function judgeEcho({ body, key }: Seen): Finding[] {
  const got = nodeAt(body, `/data/meta/${field}`);
  if (key === undefined || got === undefined || got === key) return [];
  return [
    {
      at: `/body/data/meta/${field}`,
      expected: `${shown(key)}, the key of the request`,
      got: shown(got),
      rule: '#/components/schemas/PaymentCreatedMeta/properties/idempotency_key',
    },
  ];
}

const isUnderWay = (seen: Seen) =>
  seen.meanwhile.some(({ key, token }) => key === seen.key && token === seen.token);

function judgeUse(seen: Seen, known: Known): Finding[] {
  const { terminal, replays } = seen;
  if (!terminal || seen.key === undefined || seen.mayReplay) return [];
  if (replays) return judgeReplay(seen, replays);
  const use = useOf(seen, terminal.id, known);
  if (!use) return isUnderWay(seen) ? [] : judgeFresh(seen, false);
  const life = lifeOf(use, seen.period, edgeOf(terminal.id, known));
  if (life === 'over') return judgeFresh(seen, true);
  // As long as nothing has decided the first request, it may be another one.
  const isOther = use.first !== undefined && !isSameRequest(seen, use.call);
  return life === 'alive' && isOther ? judgeReuse(seen, use.call) : [];
}

function learn(seen: Seen, known: Known): void {
  const { terminal, key } = seen;
  if (!terminal || key === undefined || seen.operation.facts.idempotencyKey === 'none') return;
  const use = useOf(seen, terminal.id, known);
  const isOver = use && lifeOf(use, seen.period, edgeOf(terminal.id, known)) === 'over';
  const isNew = !use || isOver || (use.first === undefined && isSameRequest(seen, use.call));
  if (isNew && isStored(seen) && !refusesKey(seen)) {
    const since = use && !isOver ? use.since : seen.period;
    rememberUse({ call: seen, first: seen, since }, terminal.id, known);
  } else if (isNew && isServerError(seen)) {
    rememberUse({ call: seen, since: use && !isOver ? use.since : seen.period }, terminal.id, known);
  }
}

export const keys: Chapter = {
  judge: (seen, known) => [...judgeUse(seen, known), ...(seen.isSuccess ? judgeEcho(seen) : [])],
  learn,
  lose: (call, known, from) => {
    const terminal = known.tokens.get(call.token ?? '')?.terminal;
    if (terminal === undefined || useOf(call, terminal, known)) return;
    rememberUse({ call, since: { from, to: Number.POSITIVE_INFINITY } }, terminal, known);
  },
};
