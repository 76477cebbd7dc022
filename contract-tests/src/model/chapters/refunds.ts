// Refunds: of verified payments alone, never more than there was (docs/decisions/0012).
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Chapter, Seen } from '../chapter.ts';
import { isSameRequest } from '../keys.ts';
import type { Known, Payment } from '../known.ts';
import { described, isVerified } from '../lifecycle.ts';
import { outcomeOf, told } from '../outcome.ts';
import { jsonOf } from '../read.ts';
import { ownPayment, statesDuring } from '../standing.ts';

const tooMuch = 'refund_exceeds_payment';
const notVerified = 'payment_not_verified';

/** How much a request asks for: the whole payment when it does not say. */
function askedOf({ sent }: Pick<Seen, 'sent'>, { amount }: Payment): number {
  const asked = nodeAt(sent, '/amount');
  return typeof asked === 'number' ? asked : amount;
}

const sumOf = (refunds: Payment['refunds']) => refunds.reduce((sum, { amount }) => sum + amount, 0);

/** Refunds whose answer never came may have been made or not, and others may be under way. */
function refundedOf({ refunds }: Payment): { surely: number; perhaps: number } {
  return { surely: sumOf(refunds.filter(({ isUncertain }) => !isUncertain)), perhaps: sumOf(refunds) };
}

function judgeOutcome(seen: Seen, payment: Payment, known: Known): Finding[] {
  const outcome = outcomeOf(seen);
  if (outcome.kind === 'undecided' || outcome.kind === 'unknown payment') return [];
  const states = [...statesDuring(payment, seen, known)];
  const asked = askedOf(seen, payment);
  const { surely, perhaps } = refundedOf(payment);
  const others = seen.meanwhile.some(
    ({ operation, authority }) => operation.id === 'createRefund' && authority === payment.authority,
  );
  const isWatched = seen.terminal?.isAlone === true;
  const fitting = {
    success: states.some(isVerified) && surely + asked <= payment.amount,
    [notVerified]: !states.every(isVerified),
    [tooMuch]: states.some(isVerified) && (perhaps + asked > payment.amount || others || !isWatched),
  };
  const finding = (expected: string, basis = assumed(12)): Finding[] => [
    {
      at: '/status',
      expected,
      got: told(outcome, seen),
      rule: '#/components/schemas/ErrorDetails/properties/reason',
      basis,
    },
  ];
  const expected = !states.some(isVerified)
    ? `the reason ${notVerified}, since ${described(states)}`
    : surely + asked > payment.amount
      ? `the reason ${tooMuch}, since ${surely} of ${payment.amount} are returned and ${asked} more are asked for`
      : `a success, since ${perhaps} of ${payment.amount} are returned and ${asked} are asked for`;
  if (outcome.kind === 'success') return fitting.success ? [] : finding(expected);
  if (outcome.kind !== 'forbidden') return finding(expected);
  const reasons = [notVerified, tooMuch] as const;
  const right = reasons.filter((reason) => fitting[reason]);
  if (outcome.reason === undefined) return right.length > 0 ? [] : finding(expected);
  return right.some((reason) => reason === outcome.reason) ? [] : finding(expected);
}

/** A refund says what was asked for. */
function judgeRefund(seen: Seen, payment: Payment): Finding[] {
  const refund = nodeAt(seen.body, '/data/refund') as Record<string, unknown> | undefined;
  if (typeof refund !== 'object' || refund === null) return [];
  const reason = nodeAt(seen.sent, '/reason') ?? null;
  const wanted = { amount: askedOf(seen, payment), ...(reason !== null && { reason }) };
  return (
    Object.entries(wanted)
      // Money in quotes is still the same money; that it is in quotes is found elsewhere.
      .filter(([name, value]) => String(refund[name]) !== String(value))
      .map(([name, value]) => ({
        at: `/body/data/refund/${name}`,
        expected: `${shown(value)}, as it was asked for`,
        got: shown(refund[name]),
        rule: `#/components/schemas/Refund/properties/${name}`,
        basis: assumed(12),
      }))
  );
}

/** An event of a refund speaks of the amount that was returned. */
function judgeEvent(body: unknown, { payments }: Known): Finding[] {
  const data = nodeAt(body, '/data') as Record<string, unknown> | undefined;
  const payment = payments.get(String(nodeAt(data, '/authority')));
  const refund = payment?.refunds.find(({ code }) => code !== undefined && code === data?.refund_code);
  if (!refund || String(data?.amount) === String(refund.amount)) return [];
  return [
    {
      at: '/body/data/amount',
      expected: `${refund.amount}, which was returned`,
      got: shown(data?.amount),
      rule: '#/components/schemas/RefundCreatedData/properties/amount',
      basis: stated,
    },
  ];
}

/** The lost call whose refund an answer tells of: the same request with the same key. */
const isAnswerTo = (seen: Seen) => (refund: Payment['refunds'][number]) =>
  refund.isUncertain &&
  seen.key !== undefined &&
  refund.call.key === seen.key &&
  isSameRequest(refund.call, seen);

export const refunds: Chapter = {
  judge: (seen, known) => {
    const payment = seen.operation.id === 'createRefund' ? ownPayment(seen, known) : undefined;
    if (!payment || seen.replays || seen.mayReplay) return [];
    const repeated = payment.refunds.some(isAnswerTo(seen));
    return [
      ...(repeated ? [] : judgeOutcome(seen, payment, known)),
      ...(seen.isSuccess ? judgeRefund(seen, payment) : []),
    ];
  },
  learn: (seen, known) => {
    const payment = seen.operation.id === 'createRefund' ? ownPayment(seen, known) : undefined;
    if (!payment || !seen.isSuccess || seen.replays || seen.mayReplay) return;
    const code = nodeAt(seen.body, '/data/refund/refund_code');
    payment.refunds = payment.refunds.filter((refund) => !isAnswerTo(seen)(refund));
    payment.refunds.push({
      ...(typeof code === 'string' && { code }),
      amount: askedOf(seen, payment),
      at: seen.period,
      isUncertain: false,
      call: seen,
    });
  },
  witness: (happening, known) =>
    happening.kind === 'delivery' ? judgeEvent(jsonOf(happening.delivery.body), known) : [],
  lose: (call, { payments }) => {
    const payment = payments.get(call.authority ?? '');
    if (!payment || call.operation.id !== 'createRefund') return;
    const at = { from: payment.created.from, to: Number.POSITIVE_INFINITY };
    payment.refunds.push({ amount: askedOf(call, payment), at, isUncertain: true, call });
  },
};
