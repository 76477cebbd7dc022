// Verifications: which payments can be verified, once each, and for their own amount alone.

import type { Basis } from '../../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { errors } from '../../contract/facts.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { jalaliDateTime, secondsOf } from '../../judge/time.ts';
import { assumed, stated, weaker } from '../../judge/word.ts';
import { errorOfUnverified, type PaymentState } from '../../plan/spoken.ts';
import type { Chapter, Seen } from '../chapter.ts';
import { edgeOf } from '../clocks.ts';
import type { Known, Payment } from '../known.ts';
import { described, isVerifiable, isVerified, reasonFor } from '../lifecycle.ts';
import { type Outcome, outcomeOf, told } from '../outcome.ts';
import { ownPayment, statesDuring } from '../standing.ts';
import { ruleOf } from '../views.ts';

const successOf = (state: PaymentState, isRetry: boolean): boolean =>
  isRetry ? state === 'VERIFICATION_FAILED' : isVerifiable(state);

/** The fields in which a verification differs from the payment that it is for. */
function differences({ sent }: Seen, { amount, orderId }: Payment): string[] {
  const order = nodeAt(sent, '/order_id');
  return [
    ...(nodeAt(sent, '/amount') === amount ? [] : ['amount']),
    ...(order === undefined || orderId === undefined || order === orderId ? [] : ['order_id']),
  ];
}

/** What a payment of a state has to answer. */
function wanted(state: PaymentState, isRetry: boolean, differing: string[]): Outcome {
  if (successOf(state, isRetry)) {
    return !isRetry && differing.length > 0 ? { kind: 'differs', fields: differing } : { kind: 'success' };
  }
  const reason = reasonFor[state];
  return reason === undefined ? { kind: 'already verified' } : { kind: 'forbidden', reason };
}

function fits(outcome: Outcome, one: Outcome): boolean {
  if (outcome.kind === 'forbidden' && outcome.reason === undefined)
    return one.kind === 'forbidden' || one.kind === 'differs';
  if (outcome.kind === 'forbidden') return one.kind === 'forbidden' && one.reason === outcome.reason;
  if (outcome.kind === 'differs') {
    return one.kind === 'differs' && one.fields.every((field) => outcome.fields.includes(field));
  }
  return outcome.kind === one.kind;
}

function inWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'success':
      return 'a success';
    case 'already verified':
      return `code ${errors.ErrorAlreadyVerified.code}`;
    case 'differs':
      return `code ${errors.ErrorValidation.code} for ${outcome.fields.join(' and ')}, which the payment has otherwise`;
    default:
      return `code ${errors.ErrorStateForbids.code} with the reason ${(outcome as { reason?: string }).reason}`;
  }
}

/** What it rests on that a payment of a state does not answer so. */
function basisOf(
  state: PaymentState,
  outcome: Outcome,
  right: Outcome,
  isRetry: boolean,
  differing: string[],
): Basis {
  if (outcome.kind === 'success') {
    // The order is only compared by a decision, the amount is sent "for validation" (line 882).
    if (right.kind === 'differs') return right.fields.includes('amount') ? stated : assumed(35);
    if (isRetry && isVerifiable(state)) return assumed(37);
    return state === 'TIMEOUT' ? assumed(5, 55) : stated;
  }
  if (isRetry) return assumed(37);
  if (outcome.kind === 'already verified') return stated;
  if (right.kind === 'already verified') return differing.length > 0 ? assumed(19) : stated;
  return right.kind === 'success' ? stated : assumed(19, 35);
}

function judgeOutcome(seen: Seen, payment: Payment, known: Known): Finding[] {
  const outcome = outcomeOf(seen);
  // That a payment is not found is another subject, and what an earlier check has decided says nothing of it.
  if (outcome.kind === 'undecided' || outcome.kind === 'unknown payment') return [];
  const isRetry = seen.operation.id === 'retryVerification';
  const differing = isRetry ? [] : differences(seen, payment);
  const states = [...statesDuring(payment, seen, known)];
  const rights = states.map((state) => ({ state, right: wanted(state, isRetry, differing) }));
  if (rights.some(({ right }) => fits(outcome, right))) return [];
  return [
    {
      at: '/status',
      expected: `${[...new Set(rights.map(({ right }) => inWords(right)))].join(', or ')}, since ${described(states)}`,
      got: `${told(outcome, seen)}${differing.includes('amount') ? ` to the amount ${shown(nodeAt(seen.sent, '/amount'))} of a payment of ${payment.amount}` : ''}`,
      rule: ruleFor(
        outcome,
        rights.map(({ right }) => right),
      ),
      basis: rights
        .map(({ state, right }) => basisOf(state, outcome, right, isRetry, differing))
        .reduce(weaker),
    },
  ];
}

const ruleFor = (outcome: Outcome, rights: Outcome[]): string => {
  if (outcome.kind === 'already verified' || rights.some(({ kind }) => kind === 'already verified')) {
    return '#/components/schemas/ErrorAlreadyVerified';
  }
  return rights.some(({ kind }) => kind === 'forbidden')
    ? '#/components/schemas/ErrorStateForbids'
    : '#/components/schemas/VerificationRequest/properties/amount';
};

/** A payment is verified once, whatever else is under way. */
function judgeRepetition(payment: Payment, { isSuccess, answer }: Seen): Finding[] {
  if (!isSuccess || payment.verifications === 0) return [];
  return [
    {
      at: '/status',
      expected: `code ${errors.ErrorAlreadyVerified.code}, since a verification of ${payment.authority} has succeeded before`,
      got: `HTTP ${answer.status}, one more success`,
      rule: '#/components/schemas/ErrorAlreadyVerified',
      basis: stated,
    },
  ];
}

/** A verification that has just succeeded has taken place now. */
function judgeMoment(seen: Seen, known: Known): Finding[] {
  const at = '/body/data/verification/verified_at';
  const value = nodeAt(seen.body, '/data/verification/verified_at');
  const moment = secondsOf(value);
  const edge = edgeOf(seen.terminal?.id ?? '', known);
  const { from, to } = seen.period;
  if (!seen.isSuccess || moment === undefined || (moment >= from - edge && moment <= to + edge)) return [];
  return [
    {
      at,
      expected: `now, about ${jalaliDateTime(from)}`,
      got: shown(value),
      rule: ruleOf(seen, at),
      basis: assumed(16),
    },
  ];
}

/** A payment of the caller's own is there, verified or not (docs/decisions/0036). */
function judgeState(seen: Seen, payment: Payment, known: Known): Finding[] {
  if (outcomeOf(seen).kind !== 'unknown payment') return [];
  const states = [...statesDuring(payment, seen, known)];
  const isRead = seen.operation.id === 'getVerification' && !states.every(isVerified);
  if (isRead && errorOfUnverified() === 'ErrorTransactionNotFound') return [];
  return [
    {
      at: '/status',
      expected: 'an answer about this payment, which is the caller’s own',
      got: told(outcomeOf(seen), seen),
      rule: '#/components/schemas/ErrorTransactionNotFound',
      basis: isRead ? assumed(36) : stated,
    },
  ];
}

const verifying = new Set<string>(['createVerification', 'retryVerification']);

export const verifications: Chapter = {
  judge: (seen, known) => {
    const payment = ownPayment(seen, known);
    if (!payment || seen.replays || seen.mayReplay) return [];
    const there = judgeState(seen, payment, known);
    if (!verifying.has(seen.operation.id)) return there;
    const once = judgeRepetition(payment, seen);
    return [
      ...there,
      // Two words for one fault would hide which it is.
      ...(once.length > 0 ? once : judgeOutcome(seen, payment, known)),
      ...judgeMoment(seen, known),
    ];
  },
  learn: (seen, known) => {
    const payment = ownPayment(seen, known);
    if (!payment || seen.replays || seen.mayReplay || !verifying.has(seen.operation.id)) return;
    if (seen.isSuccess) payment.verifications += 1;
  },
};
