// What the model says of the states of payments: what each answer may show, after all that came before.
import { describe, expect, it } from 'vitest';
import { paymentLifecycle } from '../../src/contract/facts.ts';
import { jalaliDateTime } from '../../src/judge/time.ts';
import type { PayerAct } from '../../src/model/observation.ts';
import type { PaymentState } from '../../src/plan/spoken.ts';
import {
  alreadyVerified,
  amount,
  beginning,
  createdAs,
  ended,
  failure,
  forbidden,
  newAuthority,
  type Said,
  type Story,
  short,
  shownAs,
  story,
  success,
  verified,
} from './story.ts';

const lifetime = paymentLifecycle.lifetime_seconds.sandbox;

/** How a payment comes into each state, as far as somebody watches. */
const ways: Record<PaymentState, (told: Story) => string> = {
  AWAITING_PAYMENT: (told) => told.created(),
  AWAITING_VERIFICATION: (told) => {
    const authority = told.created();
    told.pays(authority);
    return authority;
  },
  VERIFICATION_FAILED: (told) => {
    const authority = ways.AWAITING_VERIFICATION(told);
    told.verify(authority, amount, failure('ErrorBankUnavailable'));
    return authority;
  },
  COMPLETED: (told) => {
    const authority = ways.AWAITING_VERIFICATION(told);
    told.verify(authority, amount, verified(authority));
    return authority;
  },
  FAILED: (told) => {
    const authority = told.created();
    told.pays(authority, 'failed');
    return authority;
  },
  CANCELLED: (told) => {
    const authority = told.created();
    told.pays(authority, 'cancel');
    return authority;
  },
  TIMEOUT: (told) => {
    const authority = told.created();
    told.now += lifetime + 60;
    return authority;
  },
};
const states = Object.keys(ways) as PaymentState[];
const pairs = states.flatMap((state) => states.map((other) => ({ state, other })));

describe('getPayment of a payment', () => {
  it.each(pairs)('that is $state, shown as $other', ({ state, other }) => {
    const told = story();
    const authority = ways[state](told);
    const found = told.says('getPayment', { authority }, shownAs(other, authority));
    const isSame = paymentLifecycle.states[state].status === paymentLifecycle.states[other].status;
    if (isSame) expect(found).toEqual([]);
    else expect(found).toContainEqual(expect.stringContaining('/body/data/transaction/status'));
  });

  it('says "broken" of money that is not there, and "differs" of what is assumed', () => {
    const told = story();
    const [unpaid, paid] = [ways.AWAITING_PAYMENT(told), ways.AWAITING_VERIFICATION(told)];
    const shown = (authority: string) =>
      told.says('getPayment', { authority }, shownAs('COMPLETED', authority));
    expect(shown(unpaid)).toContain('broken /body/data/transaction/status');
    // docs/decisions/0056: the page does not say what a payment is called that is paid and not verified.
    expect(shown(paid)).toContain('differs /body/data/transaction/status');
  });

  it('is contradicted once, and not by every later answer', () => {
    const told = story();
    const authority = ways.FAILED(told);
    expect(told.says('getPayment', { authority }, shownAs('COMPLETED', authority))).not.toEqual([]);
    expect(told.says('getPayment', { authority }, shownAs('COMPLETED', authority))).toEqual([]);
  });

  it('may show whatever can have happened where nobody watches the payer, and never goes back', () => {
    const told = story({ one: { token: 'one', isAlone: false } });
    const authority = told.created();
    expect(told.says('getPayment', { authority }, shownAs('COMPLETED', authority))).toEqual([]);
    expect(told.says('getPayment', { authority }, shownAs('AWAITING_PAYMENT', authority))).toContain(
      'broken /body/data/transaction/status',
    );
  });

  it.each<[string, number, string[]]>([
    ['just before its time is over', lifetime - 60, []],
    ['at the very end, when nobody can tell', lifetime, []],
    ['after its time is over', lifetime + 60, ['differs /body/data/transaction/status']],
  ])('that is shown as pending %s', (_, seconds, wanted) => {
    const told = story();
    const authority = ways.AWAITING_VERIFICATION(told);
    told.now += seconds;
    expect(told.says('getPayment', { authority }, shownAs('AWAITING_VERIFICATION', authority))).toEqual(
      wanted,
    );
  });
});

const transaction = (authority: string, change: object): Said =>
  success({
    transaction: {
      authority,
      amount,
      status: 'pending',
      ref_code: null,
      created_at: jalaliDateTime(beginning),
      is_expired: false,
      can_be_verified: true,
      verification_status: null,
      ...change,
    },
  });

describe('getTransaction of a payment that is paid and not verified', () => {
  it.each<[object, string[]]>([
    [{}, []],
    [{ can_be_verified: false }, ['differs /body/data/transaction/can_be_verified']],
    [{ is_expired: true }, ['differs /body/data/transaction/is_expired']],
    [{ verification_status: 200 }, ['differs /body/data/transaction/verification_status']],
    [{ ref_code: '1234' }, ['differs /body/data/transaction/ref_code']],
    [{ created_at: jalaliDateTime(beginning - 3600) }, ['differs /body/data/transaction/created_at']],
  ])('with %j', (change, wanted) => {
    const told = story();
    const authority = ways.AWAITING_VERIFICATION(told);
    expect(told.says('getTransaction', { authority }, transaction(authority, change))).toEqual(wanted);
  });
});

describe('the end of a payment', () => {
  it.each([
    [lifetime, []],
    [lifetime + 3600, ['differs /body/data/transaction/expires_at']],
  ])('%i seconds after its creation', (seconds, wanted) => {
    const told = story();
    const said = createdAs(newAuthority(), beginning - lifetime + seconds);
    (said.body as { timestamp: string }).timestamp = jalaliDateTime(beginning);
    const body = { amount, order_id: 'order', callback_url: 'https://shop.example/callback' };
    expect(told.says('createPayment', { key: 'k', body }, said)).toEqual(wanted);
  });
});

describe('a payer', () => {
  const restricted = { card_number: '621986******5678' };

  it.each<[string, object, PayerAct, PaymentState]>([
    ['with a card that pays', {}, 'success', 'AWAITING_VERIFICATION'],
    ['of a payment that verifies itself', { direct_verify: true }, 'success', 'COMPLETED'],
    ['with a card without money', {}, 'insufficient', 'FAILED'],
    ['whose time runs out', {}, 'timeout', 'TIMEOUT'],
    ['who cancels', {}, 'cancel', 'CANCELLED'],
    ['with another card than the one that is wanted', restricted, 'success', 'AWAITING_PAYMENT'],
    ['with the card that is wanted', restricted, 'failed', 'FAILED'],
  ])('%s', (_, request, act, state) => {
    const told = story();
    const authority = told.created({ request });
    told.pays(authority, act);
    const wrong = state === 'FAILED' ? 'CANCELLED' : 'FAILED';
    expect(told.says('getPayment', { authority }, shownAs(state, authority))).toEqual([]);
    expect(told.says('getPayment', { authority }, shownAs(wrong, authority))).not.toEqual([]);
  });

  it('whose card is another than the one that was refused cannot have paid', () => {
    const told = story();
    const authority = told.created({ request: restricted });
    told.pays(authority);
    expect(told.verify(authority, amount, verified(authority))).toEqual(['broken /status']);
  });

  it('is told to the shop with the card that was used', () => {
    const told = story();
    const authority = ways.AWAITING_VERIFICATION(told);
    const callback = (card: string) =>
      short(
        told.happens({
          kind: 'callback',
          url: 'https://shop.example/callback',
          method: 'POST',
          fields: { authority, status_code: '201', card_pan: card },
          at: { from: beginning, to: beginning },
        }),
      );
    expect(callback('603799******6789')).toEqual([]);
    expect(callback('603799******0000')).toEqual(['broken /form/card_pan']);
  });
});

/** What cancelPayment has to answer in each state (docs/decisions/0034). */
const cancellations: Record<PaymentState, (authority: string) => Said> = {
  AWAITING_PAYMENT: (authority) => shownAs('CANCELLED', authority),
  AWAITING_VERIFICATION: () => forbidden('payment_paid'),
  VERIFICATION_FAILED: () => forbidden('payment_paid'),
  COMPLETED: alreadyVerified,
  FAILED: () => forbidden('payment_failed'),
  CANCELLED: () => forbidden('payment_cancelled'),
  TIMEOUT: () => forbidden('payment_expired'),
};

describe('cancelPayment of a payment', () => {
  it.each(pairs)('that is $state, answered as if it were $other', ({ state, other }) => {
    const told = story();
    const authority = ways[state](told);
    const [right, said] = [cancellations[state](authority), cancellations[other](authority)];
    const found = told.says('cancelPayment', { authority }, said);
    const isSame = JSON.stringify(reasonOf(right)) === JSON.stringify(reasonOf(said));
    expect(found).toEqual(isSame ? [] : ['differs /status']);
  });

  it('may be faster or slower than what is under way at the same time', () => {
    const told = story();
    const authority = told.created();
    const reading = told.begins('getPayment', { authority });
    expect(told.says('cancelPayment', { authority }, shownAs('CANCELLED', authority))).toEqual([]);
    expect(ended(reading, shownAs('AWAITING_PAYMENT', authority))).toEqual([]);
    expect(told.says('getPayment', { authority }, shownAs('AWAITING_PAYMENT', authority))).not.toEqual([]);
  });

  it('leaves open what it did when its answer is lost', () => {
    const told = story();
    const authority = told.created();
    told.begins('cancelPayment', { authority }).lost();
    expect(told.says('getPayment', { authority }, shownAs('CANCELLED', authority))).toEqual([]);
  });
});

const reasonOf = ({ status, body }: Said) => {
  const { error } = body as { error?: { code: number; details?: object } };
  return error ? [error.code, error.details] : [status];
};
