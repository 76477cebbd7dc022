// Payments: that there is one, since it was made or met, and in which states it may be.
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { errors, paymentLifecycle, testCards } from '../../contract/facts.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { jalaliDateTime, secondsOf } from '../../judge/time.ts';
import { assumed, weaker } from '../../judge/word.ts';
import type { PaymentState } from '../../plan/spoken.ts';
import type { Chapter, Seen } from '../chapter.ts';
import { edgeOf } from '../clocks.ts';
import type { Known, Payment } from '../known.ts';
import { described, everyState, isPayable, isVerifiable, reasonFor, type States } from '../lifecycle.ts';
import type { Happening, SentCall } from '../observation.ts';
import { isServerError, outcomeOf, told } from '../outcome.ts';
import { ownPayment, settled, statesAt, statesDuring } from '../standing.ts';
import { compared, namedPayments, ruleOf, type View, viewsOf } from '../views.ts';

function learnCreation({ body, sent, terminal, period }: Seen, { payments }: Known): void {
  const authority = nodeAt(body, '/data/transaction/authority');
  const [amount, orderId] = [nodeAt(sent, '/amount'), nodeAt(sent, '/order_id')];
  if (typeof authority !== 'string' || typeof amount !== 'number' || typeof orderId !== 'string') return;
  if (payments.has(authority)) return;
  payments.set(authority, {
    authority,
    terminal: terminal?.id ?? '',
    request: sent as Record<string, unknown>,
    amount,
    orderId,
    created: period,
    possible: new Set(['AWAITING_PAYMENT']),
    told: new Map([
      ['expires_at', { field: 'expires_at', value: nodeAt(body, '/data/transaction/expires_at') }],
    ]),
    refunds: [],
    verifications: 0,
  });
}

/** Remembers a payment that was made before anybody watched, from the first answer that shows it. */
function learnMeeting(authority: string, fields: View['fields'], seen: Seen, known: Known): void {
  const { amount, order_id: orderId } = fields;
  if (typeof amount !== 'number' || known.payments.has(authority)) return;
  known.payments.set(authority, {
    authority,
    terminal: seen.terminal?.id ?? '',
    amount,
    ...(typeof orderId === 'string' && { orderId }),
    created: { from: 0, to: seen.period.to },
    possible: everyState,
    told: new Map(),
    refunds: [],
    verifications: 0,
  });
}

/** The states in which the answer to a call may show the payment that it is about. */
function shownStates({ payment }: View, seen: Seen, known: Known): States {
  // What an operation has just brought about it shows in the state that it led to.
  if (payment.authority === seen.authority) {
    if (seen.operation.id === 'cancelPayment') return new Set(['CANCELLED']);
    if (verifying.has(seen.operation.id)) return new Set(['COMPLETED']);
  }
  return statesDuring(payment, seen, known);
}

const verifying = new Set<string>(['createVerification', 'retryVerification']);

function judgeView(view: View, seen: Seen, known: Known): Finding[] {
  const { misfits } = compared(view, shownStates(view, seen, known), seen.operation.id);
  return misfits.map(({ field, value, possible, isNarrowed }) => ({
    at: `${view.at}/${field.name}`,
    expected: `${[...new Set([...possible].map((state) => field.wanted(state, seen.operation.id)))].join(' or ')}, since ${described(possible)}`,
    got: shown(value, field.name),
    rule: ruleOf(seen, `${view.at}/${field.name}`),
    // That the word for a state means just this state is no more than assumed.
    basis: [
      ...[...possible].map((state) => field.basis(state, seen.operation.id)),
      ...(isNarrowed ? [assumed(56)] : []),
    ].reduce(weaker),
  }));
}

/** How long a payment lives, by the two moments of the answer that made it. */
function judgeLifetime({ body }: Seen, { environment }: Known): Finding[] {
  const [made, end] = ['/timestamp', '/data/transaction/expires_at'].map((at) => secondsOf(nodeAt(body, at)));
  const lifetime = paymentLifecycle.lifetime_seconds[environment];
  if (made === undefined || end === undefined || Math.abs(end - made - lifetime) <= edgeOfAnswer) return [];
  return [
    {
      at: '/body/data/transaction/expires_at',
      expected: `${jalaliDateTime(made + lifetime)}, ${lifetime} seconds after its creation`,
      got: jalaliDateTime(end),
      rule: `#/x-payment-lifecycle/lifetime_seconds/${environment}`,
      basis: assumed(5),
    },
  ];
}

/** For how many seconds an answer may be under way between its parts. */
const edgeOfAnswer = 5;

/** The moments of a payment, as far as its creation was seen. */
function judgeMoments({ payment, at, fields }: View, seen: Seen, known: Known): Finding[] {
  const edge = edgeOf(payment.terminal, known);
  const created = secondsOf(fields.created_at);
  if (created === undefined) return [];
  const { from, to } = payment.created;
  if (created >= from - edge && created <= to + edge) return [];
  return [
    {
      at: `${at}/created_at`,
      expected: `${jalaliDateTime(from)}, when it was made`,
      got: shown(fields.created_at),
      rule: ruleOf(seen, `${at}/created_at`),
      basis: assumed(16),
    },
  ];
}

/** What a payment's state allows to cancel (docs/decisions/0034). */
function judgeCancellation(seen: Seen, payment: Payment, known: Known): Finding[] {
  const states = statesDuring(payment, seen, known);
  const outcome = outcomeOf(seen);
  const fits = (state: PaymentState) => {
    switch (outcome.kind) {
      case 'success':
        return isPayable(state);
      case 'already verified':
        return state === 'COMPLETED';
      case 'forbidden':
        return (
          !isPayable(state) &&
          reasonFor[state] !== undefined &&
          reasonFor[state] === (outcome.reason ?? reasonFor[state])
        );
      default:
        return true;
    }
  };
  if ([...states].some(fits)) return [];
  return [
    {
      at: '/status',
      expected: `${[...new Set([...states].map(cancelled))].join(', or ')}, since ${described(states)}`,
      got: told(outcome, seen),
      rule: '#/components/schemas/ErrorStateForbids',
      basis: assumed(34),
    },
  ];
}

/** How a payment of a state answers its cancellation, in words. */
const cancelled = (state: PaymentState): string => {
  if (isPayable(state)) return 'its cancellation';
  const reason = reasonFor[state];
  return reason === undefined ? `code ${errors.ErrorAlreadyVerified.code}` : `the reason ${reason}`;
};

/** Which of the states of a payment an answer that decided about it leaves. */
function statesLeft(seen: Seen, states: States): PaymentState[] {
  const { id } = seen.operation;
  const outcome = outcomeOf(seen);
  const isVerifying = verifying.has(id);
  const only = (wanted: (state: PaymentState) => boolean) => [...states].filter(wanted);
  if (!isVerifying && id !== 'cancelPayment') return [...states];
  switch (outcome.kind) {
    case 'success':
      return only(isVerifying ? isVerifiable : isPayable).map(() =>
        isVerifying ? 'COMPLETED' : 'CANCELLED',
      );
    case 'already verified':
      return only((state) => state === 'COMPLETED');
    case 'forbidden':
      return only((state) => reasonFor[state] === (outcome.reason ?? reasonFor[state]));
    case 'differs':
      return only(isVerifiable);
    case 'undecided':
      // A verification that has failed leaves its trace, or none (docs/decisions/0037).
      return isVerifying && isServerError(seen) && [...states].some(isVerifiable)
        ? [...states, 'VERIFICATION_FAILED']
        : [...states];
    default:
      return [...states];
  }
}

function learn(seen: Seen, known: Known): void {
  if (seen.operation.id === 'createPayment') {
    if (seen.isSuccess) learnCreation(seen, known);
    return;
  }
  const payment = ownPayment(seen, known);
  const { kind } = outcomeOf(seen);
  if (payment && kind !== 'unknown payment') {
    const left = statesLeft(seen, statesDuring(payment, seen, known));
    const isChange = seen.operation.id === 'cancelPayment' || verifying.has(seen.operation.id);
    const hasChanged = isChange && (kind === 'success' || kind === 'undecided');
    payment.possible = settled(payment, left, seen, known, hasChanged);
  }
  if (!seen.isSuccess) return;
  for (const { authority, fields } of namedPayments(seen.body, ''))
    learnMeeting(authority, fields, seen, known);
  for (const view of viewsOf(seen, known)) {
    const { possible, misfits } = compared(view, shownStates(view, seen, known), seen.operation.id);
    view.payment.possible = settled(view.payment, misfits.length > 0 ? [] : possible, seen, known);
    if (typeof view.fields.order_id === 'string') view.payment.orderId ??= view.fields.order_id;
  }
}

/** The first six and the last four digits, which are all that is kept of a card (docs/decisions/0043). */
const digitsOf = (card: string) => `${card.slice(0, 6)}${card.slice(-4)}`;

/** What a payer has brought about, if the payment could still be paid. */
function ledTo(act: (Happening & { kind: 'payer' })['act'], { request }: Payment): PaymentState {
  if (act === 'cancel') return 'CANCELLED';
  const only = request?.card_number;
  if (typeof only === 'string' && digitsOf(only) !== digitsOf(testCards[act].card_number)) {
    return 'AWAITING_PAYMENT';
  }
  switch (act) {
    case 'success':
      return request?.direct_verify === true ? 'COMPLETED' : 'AWAITING_VERIFICATION';
    case 'timeout':
      return 'TIMEOUT';
    default:
      return 'FAILED';
  }
}

function hearPayer({ authority, act, at }: Happening & { kind: 'payer' }, known: Known): void {
  const payment = known.payments.get(authority);
  if (!payment) return;
  const states = statesAt(payment, { from: at, to: at }, known);
  if (!states.delete('AWAITING_PAYMENT')) return;
  payment.possible = states.add(ledTo(act, payment));
}

function lose(call: SentCall, { payments }: Known): void {
  const payment = payments.get(call.authority ?? '');
  const isCancelling = call.operation.id === 'cancelPayment';
  if (!payment || !(isCancelling || verifying.has(call.operation.id))) return;
  const possible = new Set(payment.possible);
  if (isCancelling && possible.has('AWAITING_PAYMENT')) possible.add('CANCELLED');
  if (!isCancelling && [...possible].some(isVerifiable)) {
    for (const state of ['VERIFICATION_FAILED', 'COMPLETED'] as const) possible.add(state);
  }
  payment.possible = possible;
}

export const payments: Chapter = {
  judge: (seen, known) => {
    if (seen.replays || seen.mayReplay) return [];
    if (seen.operation.id === 'createPayment' && seen.isSuccess) return judgeLifetime(seen, known);
    const payment = ownPayment(seen, known);
    const cancelled =
      payment && seen.operation.id === 'cancelPayment' ? judgeCancellation(seen, payment, known) : [];
    // What an operation had to refuse is not judged by what it shows as well.
    if (!seen.isSuccess || cancelled.length > 0) return cancelled;
    return viewsOf(seen, known).flatMap((view) => [
      ...judgeView(view, seen, known),
      ...judgeMoments(view, seen, known),
    ]);
  },
  learn: (seen, known) => {
    if (seen.replays || seen.mayReplay) return;
    learn(seen, known);
  },
  hear: (happening, known) => {
    if (happening.kind === 'payer') hearPayer(happening, known);
  },
  lose,
};
