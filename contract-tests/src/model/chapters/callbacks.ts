// Callbacks: the payer comes back to the address of the payment, with what has become of it.
import type { Basis } from '../../../../foundation/reader/basis.ts';
import { paymentLifecycle, testCards } from '../../contract/facts.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { PaymentState } from '../../plan/spoken.ts';
import type { Chapter } from '../chapter.ts';
import type { Journey, Known, Payment } from '../known.ts';
import type { CallbackSeen } from '../observation.ts';
import { statesAt } from '../standing.ts';

const schema = '#/components/schemas/PaymentCallback';
const names = new Set(['authority', 'status_code', 'message', 'amount', 'order_id', 'ref_id', 'card_pan']);

/** An address without what the callback may add: the shop's own query, in whatever order and spelling. */
function ownPart(text: string): string {
  const url = new URL(text);
  const own = [...url.searchParams].filter(([name]) => !names.has(name));
  return `${url.origin}${url.pathname} ${own
    .map((pair) => pair.join('='))
    .toSorted()
    .join('&')}`;
}

function judgeAddress({ url, method }: CallbackSeen, { request }: Payment): Finding[] {
  const asked = request?.callback_url;
  const action = request?.action ?? 'POST';
  const findings: Finding[] = [];
  if (
    typeof asked === 'string' &&
    URL.canParse(asked) &&
    URL.canParse(url) &&
    ownPart(url) !== ownPart(asked)
  ) {
    findings.push({
      at: '/url',
      expected: `the address of the payment, with its own query: ${asked}`,
      got: url,
      rule: '#/components/schemas/PaymentRequest/properties/callback_url',
      basis: new URL(url).pathname === new URL(asked).pathname ? assumed(46) : stated,
    });
  }
  const inQuery = URL.canParse(url) ? [...new URL(url).searchParams.keys()] : [];
  const planted = inQuery.filter(
    (name, place) => names.has(name) && (method === 'POST' || inQuery.indexOf(name) !== place),
  );
  for (const name of new Set(planted)) {
    findings.push({
      at: '/url',
      expected: `the field ${name} once, and not as the address of the shop had it`,
      got: url,
      rule: `${schema}/properties/${name}`,
      basis: assumed(46),
    });
  }
  if (request && method !== action) {
    findings.push({
      at: '/method',
      expected: shown(action),
      got: shown(method),
      rule: '#/components/schemas/PaymentRequest/properties/action',
      basis: stated,
    });
  }
  return findings;
}

const codeOf = (state: PaymentState): number | undefined =>
  (paymentLifecycle.states[state] as { callback?: number }).callback;

/** The codes with which a payment in this state may call back. */
function codesOf(state: PaymentState, payment: Payment): number[] {
  const own = codeOf(state) ?? codeOf('FAILED');
  // Verified after the payer had come back: the page says nothing of a second visit.
  const isLater = state === 'COMPLETED' && payment.request?.direct_verify !== true;
  return [own, ...(isLater ? [codeOf('AWAITING_VERIFICATION')] : [])].filter((code) => code !== undefined);
}

function judgeCode(
  { fields, at }: CallbackSeen,
  payment: Payment,
  { state }: Journey,
  known: Known,
): Finding[] {
  const told = Number(fields.status_code);
  // The time of a payment may have run out since the payer was there.
  const states = [...statesAt({ ...payment, possible: new Set([state]) }, at, known)];
  const wanted = [...new Set(states.flatMap((one) => codesOf(one, payment)))];
  if (fields.status_code === undefined || wanted.includes(told)) return [];
  // Where a failure is among what is possible, only its number is wrong, and the page leaves those open.
  const areFailures = told < 0 && wanted.some((code) => code < 0);
  return [
    {
      at: '/form/status_code',
      expected: `${wanted.join(' or ')}, since the payment is ${states.join(' or ')}`,
      got: shown(fields.status_code),
      rule: '#/components/schemas/CallbackStatus/enum',
      basis: areFailures ? assumed(7) : stated,
    },
  ];
}

/** What a callback may say of the card and of the bank. */
function judgeBank({ fields }: CallbackSeen, { act }: Journey): Finding[] {
  const code = Number(fields.status_code);
  const findings: Finding[] = [];
  const find = (field: string, expected: string, basis: Basis) =>
    findings.push({
      at: `/form/${field}`,
      expected,
      got: shown(fields[field]),
      rule: `${schema}/properties/${field}`,
      basis,
    });
  for (const field of ['ref_id', 'card_pan']) {
    if (code < 0 && fields[field] !== undefined) find(field, 'nothing, since nothing was paid', assumed(6));
  }
  const used = act && act in testCards ? testCards[act as keyof typeof testCards].card_number : undefined;
  const pan = fields.card_pan;
  if (!(code < 0) && pan !== undefined && used !== undefined) {
    const ends = [used.slice(0, 6), used.slice(-4)];
    if (!pan.startsWith(ends[0] as string) || !pan.endsWith(ends[1] as string)) {
      find('card_pan', `the card that was used, masked: ${ends.join('******')}`, stated);
    }
  }
  return findings;
}

/** Who comes back without having been on the page comes of the shop's own cancellation (docs/decisions/0071). */
function judgeReason({ state, isVisited }: Journey, isAlone: boolean): Finding[] {
  if (!isAlone || state !== 'CANCELLED' || isVisited) return [];
  return [
    {
      at: '/',
      expected: 'no callback, since the shop itself has cancelled and no payer was on the page',
      got: 'a callback',
      rule: '#/paths/~1v2~1payments~1{authority}~1cancel/post',
      basis: assumed(71),
    },
  ];
}

/** Who comes back a second time, after nothing has changed, brings the same. */
function judgeRepetition(callback: CallbackSeen, { state }: Journey, { callbacks }: Known): Finding[] {
  const { fields } = callback;
  const before = callbacks.findLast((one) => one.fields.authority === fields.authority);
  if (
    !before ||
    before.fields.status_code !== fields.status_code ||
    paymentLifecycle.states[state].next.length > 0
  ) {
    return [];
  }
  const fieldNames = [...new Set([...Object.keys(before.fields), ...Object.keys(fields)])];
  return fieldNames
    .filter((name) => before.fields[name] !== fields[name])
    .map((name) => ({
      at: `/form/${name}`,
      expected: `${shown(before.fields[name])}, as with the callback before`,
      got: shown(fields[name]),
      rule: `${schema}/properties/${name}`,
      basis: assumed(46),
    }));
}

function judge(callback: CallbackSeen, known: Known): Finding[] {
  const { fields } = callback;
  const payment = known.payments.get(fields.authority ?? '');
  if (!payment) {
    const owner = [...known.payments.values()].find(
      ({ request }) =>
        typeof request?.callback_url === 'string' && callback.url.startsWith(request.callback_url),
    );
    if (!owner || !known.terminals.get(owner.terminal)?.isAlone) return [];
    return [
      {
        at: '/form/authority',
        expected: 'the authority of a payment with this address',
        got: shown(fields.authority),
        rule: `${schema}/properties/authority`,
        basis: stated,
      },
    ];
  }
  const journey = known.journeys.get(payment.authority);
  const found = judgeAddress(callback, payment);
  const isAlone = known.terminals.get(payment.terminal)?.isAlone === true;
  if (!journey || journey.isUncertain || (!isAlone && journey.act === undefined)) return found;
  return [
    ...found,
    ...judgeReason(journey, isAlone),
    ...judgeCode(callback, payment, journey, known),
    ...judgeBank(callback, journey),
    ...judgeRepetition(callback, journey, known),
  ];
}

export const callbacks: Chapter = {
  witness: (happening, known) => (happening.kind === 'callback' ? judge(happening, known) : []),
  hear: (happening, known) => {
    if (happening.kind === 'callback') known.callbacks.push(happening);
  },
};
