// Every dialect changes on the wire what it says and nothing else, keeps the contract as it changes it, and stays its terminal's own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allDialects } from '../../foundation/dialects/catalogue.ts';
import { errors, type OperationId, operations } from '../../generated/facts.ts';
import { standardContract } from '../src/contract/contract.ts';
import { contractOf } from '../src/contract/contracts.ts';
import { contractSpeaking } from '../src/contract/spoken.ts';
import { startSandbox } from '../src/testing/index.ts';
import { payment, type TestAnswer, type TestSandbox, testSandbox } from './support/sandbox.ts';
import { differences, type Tour, tour } from './support/tour.ts';

const names = Object.keys(allDialects());

const standard = await tour([]);
const stepsThat = (are: (answer: TestAnswer) => boolean) =>
  Object.entries(standard.answers)
    .filter(([, answer]) => are(answer))
    .map(([name]) => name);
/** getHealth and getIdempotencyKey know no terminal, and so no dialect of one. */
const ofNobody = ['health', 'key'];
const refusals = stepsThat(({ status }) => status >= 400);
const creations = stepsThat(({ json }) => json.status_code === 100);
const pending = ['verification pending', 'verification paid'];

/** The parts of a tour that a row looks into. */
interface Look {
  json: (step: string) => TestAnswer['json'];
  status: (step: string) => number;
  error: (step: string) => unknown;
  tour: Tour;
}

function lookInto(taken: Tour): Look {
  const answer = (step: string) => taken.answers[step] as TestAnswer;
  const json = (step: string) => answer(step).json;
  return {
    tour: taken,
    json,
    status: (step) => answer(step).status,
    error: (step) => [answer(step).status, json(step).error?.code, json(step).error?.type],
  };
}

/** What differs from the standard in each dialect, and a look at it. */
const rows: Record<string, { differs: string[]; shows: (look: Look) => unknown; expected: unknown }> = {
  'key-optional': {
    differs: ['create without key'],
    shows: ({ status, json }) => [
      status('create without key'),
      json('create without key').data.meta.idempotency_key,
    ],
    expected: [200, undefined],
  },
  'unpaid-as-validation': {
    differs: ['verify unpaid', 'cancel paid', 'verify failed', 'cancel again', 'refund too much'],
    shows: ({ error, json }) => [error('verify unpaid'), json('verify unpaid').error.details],
    expected: [[422, -2, 'validation_error'], undefined],
  },
  'already-verified-422': {
    differs: ['retry again', 'verify verified', 'cancel verified'],
    shows: ({ error }) => error('verify verified'),
    expected: [422, -21, 'business_logic_error'],
  },
  'not-found-400': {
    differs: ['get unknown', 'verify unknown'],
    shows: ({ error }) => error('get unknown'),
    expected: [400, -33, 'business_logic_error'],
  },
  'bank-503': {
    differs: ['verify without bank'],
    shows: ({ error }) => error('verify without bank'),
    expected: [503, 996, 'gateway_error'],
  },
  'auth-statuses-swapped': {
    differs: ['forbidden', 'address', 'wrong signature'],
    shows: ({ error, status }) => [status('forbidden'), status('address'), error('wrong signature')],
    expected: [401, 401, [403, -103, 'authentication_error']],
  },
  'no-error-type': {
    differs: refusals,
    shows: ({ json }) => Object.keys(json('get unknown').error),
    expected: ['message', 'code'],
  },
  'half-spaces': {
    differs: ['create limited'],
    shows: ({ json }) => json('create limited').error.message,
    expected: 'تعداد درخواست\u200cها بیش از حد مجاز است',
  },
  'verified-at-absent': {
    differs: [...pending, 'list'],
    shows: ({ json }) => [
      Object.keys(json('verification paid').data.verification),
      json('verification verified').data.verification.verified_at.length,
      json('list').data.transactions.filter((row: object) => 'verified_at' in row).length,
    ],
    expected: [['ref_id', 'authority', 'amount'], 19, 3],
  },
  'verified-at-empty': {
    differs: [...pending, 'list'],
    shows: ({ json }) => json('verification paid').data.verification.verified_at,
    expected: '',
  },
  'nulls-absent': {
    differs: [
      ...['get pending', 'transaction pending', 'get paid', 'transaction paid', 'transaction verified'],
      ...['get timed out', 'get cancelled', 'get reversed', ...pending, 'list'],
    ],
    shows: ({ json }) => [
      Object.keys(json('verification paid').data.verification),
      Object.values(json('transaction pending').data.transaction).includes(null),
      'ref_id' in json('get verified').data.transaction,
    ],
    expected: [['authority', 'amount'], false, true],
  },
  'nulls-empty': {
    differs: [
      ...['get pending', 'transaction pending', 'get paid', 'transaction paid', 'transaction verified'],
      ...['get timed out', 'get cancelled', 'get reversed', ...pending, 'list'],
    ],
    shows: ({ json }) => json('verification paid').data.verification,
    expected: expect.objectContaining({ ref_id: '', verified_at: '' }),
  },
  'unverified-not-found': {
    differs: pending,
    shows: ({ error, status }) => [error('verification paid'), status('verification verified')],
    expected: [[404, -33, 'business_logic_error'], 200],
  },
  'created-201': {
    differs: creations,
    shows: ({ status, json }) => [status('create'), status('create repeated'), json('create').status_code],
    expected: [201, 201, 100],
  },
  'unsigned-answers': {
    differs: refusals,
    shows: ({ tour: { answers } }) =>
      [...new Set(Object.values(answers).filter(({ status }) => status < 400 || status === 500))]
        .filter(({ headers }) => 'x-response-signature' in headers)
        .every(({ status }) => status < 400),
    expected: true,
  },
  'meta-minimal': {
    differs: stepsThat(({ json }) => Object.keys(json.data?.meta ?? {}).length > 1),
    shows: ({ json }) => [Object.keys(json('create').data.meta), Object.keys(json('verify').data.meta)],
    expected: [['request_id'], ['request_id']],
  },
  'amount-as-text': {
    differs: stepsThat(({ json }) =>
      Boolean(json.data?.verification || json.data?.refund || json.data?.transactions),
    ),
    shows: ({ json }) => [
      json('verify').data.verification.amount,
      json('list').data.transactions[0].amount,
      json('get verified').data.transaction.amount,
    ],
    expected: ['100000', '100000', 100_000],
  },
  'extra-fields': {
    differs: Object.keys(standard.answers).filter((name) => !ofNobody.includes(name)),
    shows: ({ json }) => [
      json('list').added_later,
      json('list').data.transactions.every((row: object) => 'added_later' in row),
      json('verify unpaid').error.details,
      json('create invalid').error.details,
    ],
    expected: [
      'new',
      true,
      { reason: 'payment_unpaid', added_later: 'new' },
      { validation: { amount: [expect.any(String)] }, added_later: 'new' },
    ],
  },
  'event-fields': {
    differs: standard.events.map(({ event }, index) => `event ${index} ${event}`),
    shows: ({ tour: { events } }) =>
      events.every(({ text }) => {
        const { api_version, data } = JSON.parse(text);
        return api_version === '2.1' && data.channel === 'وب/موبایل' && data.attempt === 1;
      }),
    expected: true,
  },
  'reversed-bare': {
    differs: standard.events.flatMap(({ event }, index) =>
      event === 'payment.reversed' ? [`event ${index} ${event}`] : [],
    ),
    shows: ({ tour: { events } }) =>
      events
        .filter(({ event }) => event === 'payment.reversed')
        .map(({ text }) => Object.keys(JSON.parse(text).data)),
    expected: [['authority']],
  },
  'bare-callback': {
    differs: ['callback success', 'callback second', 'callback paid too late'],
    shows: ({ tour: { callbacks } }) => [
      Object.keys(callbacks.success ?? {}),
      Object.keys(callbacks.direct ?? {}).slice(-2),
    ],
    expected: [
      ['authority', 'status_code', 'message', 'amount', 'order_id'],
      ['ref_id', 'card_pan'],
    ],
  },
  'other-callback-codes': {
    differs: ['callback failed', 'callback timeout', 'callback cancelled'],
    shows: ({ tour: { callbacks } }) =>
      ['failed', 'cancelled', 'timeout', 'success', 'direct'].map((name) => callbacks[name]?.status_code),
    expected: ['-2', '-3', '-4', '201', '100'],
  },
  'new-status': {
    differs: [
      ...['get paid', 'transaction paid', 'get timed out', 'get reversed', 'list', 'daily'],
      ...standard.events.flatMap(({ event, text }, index) =>
        /"status":"timeout"/.test(text) || event === 'verification.failed' ? [`event ${index} ${event}`] : [],
      ),
    ],
    shows: ({ json }) => [
      json('get paid').data.transaction.status,
      json('get timed out').data.transaction.status,
      json('daily').data.summary,
    ],
    expected: ['paid', 'expired', standard.answers.daily?.json.data.summary],
  },
  'paid-is-completed': {
    differs: [
      ...['get paid', 'transaction paid', 'list', 'list completed', 'daily'],
      ...standard.events.flatMap(({ event }, index) =>
        event === 'verification.failed' ? [`event ${index} ${event}`] : [],
      ),
    ],
    shows: ({ json }) => [
      json('get paid').data.transaction.status,
      json('transaction paid').data.transaction.can_be_verified,
      json('verification paid').data.verification.verified_at,
    ],
    expected: ['completed', true, null],
  },
  'server-errors-replayed': {
    differs: ['create failed, repeated'],
    shows: ({ error, tour: { answers } }) => [
      error('create failed, repeated'),
      answers['create failed']?.text === answers['create failed, repeated']?.text,
    ],
    expected: [[500, -500, 'server_error'], true],
  },
  literal: {
    differs: [
      ...['create without key', 'verify unpaid', 'cancel paid', 'verify failed', 'cancel again'],
      ...['refund too much', 'create limited', 'cancel', 'monthly', 'test', 'test failing'],
    ],
    shows: ({ error, json, status }) => [
      status('create without key'),
      error('verify unpaid'),
      json('cancel').data.transaction.status,
      json('get cancelled').data.transaction.status,
      json('create limited').meta,
      Object.keys(json('monthly').data.summary).length,
      json('test').data.test_result.response_time,
    ],
    expected: [200, [422, -2, 'validation_error'], 'completed', 'cancelled', undefined, 5, null],
  },
};

describe('a dialect', () => {
  it('has a row here, each of them', () => {
    expect(Object.keys(rows).sort()).toEqual([...names].sort());
  });

  it('is told from the standard by a tour that is otherwise the same each time', async () => {
    expect(differences(standard, await tour([]))).toEqual([]);
  });

  it.each(names)('%s changes what it says and nothing else, and keeps its own contract', async (name) => {
    const { differs, shows, expected } = rows[name] as (typeof rows)[string];
    const taken = await tour([name]);
    expect(differences(standard, taken).sort()).toEqual([...new Set(differs)].sort());
    expect(shows(lookInto(taken))).toEqual(expected);
  });

  it.each(names.map((name, index) => [name, names[(index + 7) % names.length] as string]))(
    '%s keeps the contract together with %s',
    async (one, other) => {
      await tour([one, other]);
    },
  );

  it('keeps the contract together with all the others, in either direction', async () => {
    await tour(names);
    await tour(names.toReversed());
  });

  it('decides after another that wants the same', async () => {
    const statusesOf = async (dialects: string[]) =>
      lookInto(await tour(dialects)).json('get paid').data.transaction.status;
    expect(await statusesOf(['new-status', 'paid-is-completed'])).toBe('completed');
    expect(await statusesOf(['paid-is-completed', 'new-status'])).toBe('paid');
  });

  it('that changes nothing of the facts leaves them as they were generated', () => {
    const { errors: read, operations: own, states, callbackMessages, notReplayed } = contractSpeaking([]);
    for (const [name, { code, type, message, http }] of Object.entries(read)) {
      expect(errors[name as keyof typeof errors]).toMatchObject({ code, type, message, http });
    }
    for (const id of Object.keys(operations) as OperationId[]) expect(own[id]).toEqual(operations[id]);
    expect({ states, callbackMessages, notReplayed }).toEqual({
      states: standardContract.states,
      callbackMessages: standardContract.callbackMessages,
      notReplayed: standardContract.notReplayed,
    });
  });

  it('costs a terminal without any nothing: it has the one standard contract', async () => {
    expect(contractOf([])).toBe(standardContract);
    const sandbox = await testSandbox();
    expect(sandbox.services.contracts.of(null)).toBe(standardContract);
    expect(sandbox.services.contracts.of('[]')).toBe(standardContract);
    await sandbox.close();
  });
});

describe('the dialects of a terminal', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await testSandbox({
      settings: {
        publicUrl: 'http://localhost:4020',
        ratePerSecond: 0,
        onLoopback: true,
        dialects: ['auth-statuses-swapped', 'extra-fields'],
      },
    });
  });
  afterAll(() => sandbox.close());

  it('are those of the sandbox, until it chooses others', async () => {
    const follower = await sandbox.terminal();
    const plain = await sandbox.terminal({ dialects: [] });
    const other = await sandbox.terminal({ dialects: ['created-201'] });
    const created = async (shop: typeof follower) => {
      const { status, json } = await shop.call('createPayment', { body: payment });
      return [status, json.added_later];
    };
    expect(await Promise.all([follower, plain, other].map(created))).toEqual([
      [200, 'new'],
      [200, undefined],
      [201, undefined],
    ]);
  });

  it('are the sandbox’s where no terminal is known', async () => {
    const { status, json } = await sandbox.request('GET', '/v2/transactions');
    expect([status, json.error.code, json.added_later]).toEqual([403, -50, 'new']);
    const wrong = await sandbox.request('GET', '/v2/transactions', { authorization: 'Bearer idg_test_x' });
    expect([wrong.status, wrong.json.error.code]).toEqual([403, -51]);
    const nowhere = await sandbox.request('GET', '/v2/nowhere');
    expect([nowhere.status, nowhere.json.added_later]).toEqual([404, 'new']);
    const { json: health } = await sandbox.request('GET', '/health');
    expect(health.added_later).toBe('new');
  });

  it('change from one request to the next, and leave stored answers as they were given', async () => {
    const shop = await sandbox.terminal({ dialects: ['meta-minimal'] });
    const ask = () =>
      sandbox.request(
        'POST',
        '/v2/payments',
        {
          authorization: `Bearer ${shop.token}`,
          'content-type': 'application/json',
          'idempotency-key': 'one',
        },
        JSON.stringify(payment),
      );
    const first = await ask();
    expect(Object.keys(first.json.data.meta)).toEqual(['request_id']);
    await sandbox.control(`terminals/${shop.id}/dialects`, { dialects: ['created-201'] });
    const again = await ask();
    expect([again.text, again.status]).toEqual([first.text, 200]);
    const { authority } = first.json.data.transaction;
    const get = await sandbox.request('GET', `/v2/payments/${authority}`, {
      authorization: `Bearer ${shop.token}`,
    });
    expect(get.json.data.meta.cached).toBe(false);
  });

  it('are chosen, seen and given up by the control API', async () => {
    const { json: made } = await sandbox.control('terminals', { dialects: ['literal'], seed: 'speaker' });
    const spokenBy = async (id: string) => {
      const { json } = await sandbox.control('terminals');
      return json.terminals.find((terminal: { id: string }) => terminal.id === id).dialects;
    };
    expect(await spokenBy(made.id)).toEqual(['literal']);
    const set = (dialects: unknown) => sandbox.control(`terminals/${made.id}/dialects`, { dialects });
    expect((await set(['bank-503', 'not-found-400'])).json).toEqual({
      dialects: ['bank-503', 'not-found-400'],
    });
    const { json: snapshot } = await sandbox.control('snapshots', { terminal: made.id });
    await sandbox.control('reset', { terminal: made.id });
    await sandbox.control(`snapshots/${snapshot.id}/restore`, {});
    expect(await spokenBy(made.id)).toEqual(['bank-503', 'not-found-400']);
    expect((await set([])).json).toEqual({ dialects: [] });
    expect((await set(null)).json).toEqual({ dialects: ['auth-statuses-swapped', 'extra-fields'] });
    expect(await spokenBy(made.id)).toEqual(['auth-statuses-swapped', 'extra-fields']);
  });

  it('are listed with their summaries and decisions', async () => {
    const { json } = await sandbox.control('dialects');
    expect(json.dialects.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(json.spoken_by_default).toEqual(['auth-statuses-swapped', 'extra-fields']);
    expect(json.dialects.find(({ name }: { name: string }) => name === 'literal')).toMatchObject({
      includes: ['key-optional', 'unpaid-as-validation'],
      decisions: expect.arrayContaining([4, 20]),
      summary: { en: expect.stringContaining('`completed`'), fa: expect.stringMatching(/[آ-ی]/) },
    });
  });

  it.each([
    ['unknown', ['klingon']],
    ['given twice', ['literal', 'literal']],
    ['no list', 'literal'],
  ])(
    'are refused when they are %s, and with the list of names when there is no such dialect',
    async (_, dialects) => {
      const { id } = await sandbox.terminal();
      for (const path of [`terminals/${id}/dialects`, 'terminals']) {
        const { status, json } = await sandbox.control(path, { dialects });
        expect(status).toBe(400);
        if (dialects[0] === 'klingon') expect(json.error).toContain(names.join(', '));
      }
    },
  );

  it('are chosen by a test suite for all its terminals, and for one', async () => {
    await using gateway = await startSandbox({ dialects: ['created-201'] });
    const create = (token: string, key?: string) =>
      fetch(`${gateway.url}/v2/payments`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        },
        body: JSON.stringify(payment),
      }).then(({ status }) => status);
    expect(await create(gateway.token, 'a')).toBe(201);
    await gateway.speak(['literal']);
    expect(await create(gateway.token)).toBe(200);
    await gateway.speak(null);
    const shop = await gateway.terminal({ dialects: [] });
    expect([
      await create(gateway.token, 'b'),
      await create(shop.token, 'c'),
      await create(shop.token),
    ]).toEqual([201, 200, 422]);
  });

  it('cannot be ones that there are not, in the sandbox’s own settings', async () => {
    await expect(startSandbox({ dialects: ['klingon' as never] })).rejects.toThrow(
      'There is no dialect "klingon". There are already-verified-422,',
    );
  });

  it('whose name this version does not know are left out', async () => {
    const shop = await sandbox.terminal({ dialects: ['created-201'] });
    await sandbox.services.storage.write((unit) =>
      unit
        .updateTable('terminals')
        .set({ dialects: '["of the future","created-201"]' })
        .where('id', '=', shop.id)
        .execute(),
    );
    expect((await shop.call('createPayment', { body: payment })).status).toBe(201);
  });
});

describe('an idempotency key in the wrong place', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await testSandbox();
  });
  afterAll(() => sandbox.close());

  const messagesOf = (answer: TestAnswer) => answer.json.error.details.validation;

  it('missing, is asked for as the header that it is', async () => {
    const shop = await sandbox.terminal();
    const answer = await shop.call('createPayment', { body: payment, key: undefined });
    expect(messagesOf(answer)).toEqual({ idempotency_key: [expect.stringContaining('هدر Idempotency-Key')] });
  });

  it.each([
    ['createPayment', undefined],
    ['createPayment', 'a-key'],
    ['createVerification', undefined],
  ] as const)(
    'in the body of %s, is sent to its header by one message (header: %s)',
    async (operation, key) => {
      const shop = await sandbox.terminal();
      const bodies = {
        createPayment: payment,
        createVerification: { authority: '20250107145623ABCDEF', amount: 100_000 },
      };
      const body = { ...bodies[operation], idempotency_key: 'a-key' };
      const answer = await shop.call(operation, { body, key });
      expect(answer.status).toBe(422);
      expect(messagesOf(answer)).toEqual({
        idempotency_key: [
          'فیلد idempotency_key در بدنه جایی ندارد؛ مقدار آن را در هدر Idempotency-Key بفرستید',
        ],
      });
    },
  );

  it('in a body whose operation takes none, is unknown like any other field', async () => {
    const shop = await sandbox.terminal();
    const answer = await shop.call('unsubscribeWebhook', { body: { webhook_id: 'x', idempotency_key: 'y' } });
    expect(messagesOf(answer)).toEqual({ idempotency_key: ['فیلد idempotency_key شناخته‌شده نیست'] });
  });
});
