// Mistakes by which an answer speaks of something else than was asked.
import type { SourceMutant } from '../mutant.ts';

const create = 'sandbox/src/payments/create.ts';
const get = 'sandbox/src/payments/get.ts';
const show = 'sandbox/src/payments/show.ts';
const transaction = 'sandbox/src/transactions/get.ts';
const verification = 'sandbox/src/verifications/show.ts';
const refund = 'sandbox/src/refunds/create.ts';
const subscribe = 'sandbox/src/webhooks/subscribe.ts';

/** Something that a module remembers between two calls, by a name. */
const remembering = (file: string, from: string) => ({
  file,
  from,
  to: `const remembered = new Map<string, unknown>();\n${from}`,
});

export const echo: readonly SourceMutant[] = [
  {
    id: 'get-payment-kept-by-terminal',
    summary:
      'getPayment keeps its answer by terminal, and so answers about the first payment that was asked for.',
    file: get,
    from: 'paymentData(await paymentToShow(call, services), call),',
    to: `{
  const payment = await paymentToShow(call, services);
  const { terminalId } = call.caller;
  if (!remembered.has(terminalId)) remembered.set(terminalId, payment);
  return paymentData(remembered.get(terminalId) as never, call);
},`,
    and: [remembering(get, 'export const getPayment')],
  },
  {
    id: 'get-payment-kept-by-authority',
    summary: 'getPayment keeps its answer by authority, and goes on showing a payment as it was first seen.',
    file: get,
    from: 'paymentData(await paymentToShow(call, services), call),',
    to: `{
  const payment = await paymentToShow(call, services);
  if (!remembered.has(payment.authority)) remembered.set(payment.authority, payment);
  return paymentData(remembered.get(payment.authority) as never, call);
},`,
    and: [remembering(get, 'export const getPayment')],
  },
  {
    id: 'get-transaction-kept-by-terminal',
    summary:
      'getTransaction keeps the payment by terminal, and so answers about the first one that was asked for.',
    file: transaction,
    from: 'const payment = await paymentToShow(call, services);',
    to: `const found = await paymentToShow(call, services);
  const { terminalId } = call.caller;
  if (!remembered.has(terminalId)) remembered.set(terminalId, found);
  const payment = remembered.get(terminalId) as typeof found;`,
    and: [remembering(transaction, 'export const getTransaction')],
  },
  {
    id: 'get-verification-kept-by-authority',
    summary: 'getVerification keeps its answer by authority: what was not verified never becomes so.',
    file: 'sandbox/src/verifications/get.ts',
    from: 'verificationOf(await paymentToShow(call, services))',
    to: '(remembered[call.path.authority ?? ""] ??= verificationOf(await paymentToShow(call, services)))',
    and: [
      {
        file: 'sandbox/src/verifications/get.ts',
        from: 'export const getVerification',
        to: 'const remembered: Record<string, unknown> = {};\n\nexport const getVerification',
      },
    ],
  },
  {
    id: 'gateway-url-of-the-payment-before',
    summary: 'createPayment returns the page of the payment that was made before.',
    file: create,
    from: '/startpay/${authority}`,',
    to: '/startpay/${remembered.get("last") ?? authority}`,',
    and: [
      remembering(create, 'export const createPayment'),
      {
        file: create,
        from: '  return {\n    transaction: {\n      authority,',
        to: '  setImmediate(() => remembered.set("last", authority));\n  return {\n    transaction: {\n      authority,',
      },
    ],
  },
  {
    id: 'gateway-url-without-the-authority',
    summary: 'createPayment returns the address of a page that belongs to no payment.',
    file: create,
    from: '/startpay/${authority}`,',
    to: '/startpay/${authority.slice(0, 14)}`,',
  },
  {
    id: 'gateway-url-in-small-letters',
    summary: 'The authority in gateway_url is written in small letters, which the page does not know.',
    file: create,
    from: '/startpay/${authority}`,',
    to: '/startpay/${authority.toLowerCase()}`,',
  },
  {
    id: 'create-payment-names-another-key',
    summary: 'createPayment tells another idempotency key than it was sent.',
    file: create,
    from: 'idempotency_key: call.idempotencyKey,',
    to: 'idempotency_key: call.requestId,',
  },
  {
    id: 'get-payment-answers-another-authority',
    summary: 'A payment is shown with another authority than it was asked for by.',
    file: show,
    from: 'authority: payment.authority,',
    to: "authority: payment.authority.slice(0, -1) + (payment.authority.endsWith('A') ? 'B' : 'A'),",
  },
  {
    id: 'get-payment-in-tomans',
    summary: 'A payment is shown with its amount in tomans.',
    file: show,
    from: 'amount: payment.amount,',
    to: 'amount: payment.amount / 10,',
  },
  {
    id: 'get-payment-with-another-amount',
    summary: 'A payment is shown with the amount and a percent for the gateway.',
    file: show,
    from: 'amount: payment.amount,',
    to: 'amount: Math.round(payment.amount * 1.01),',
  },
  {
    id: 'cancel-shows-what-was-before',
    summary: 'cancelPayment shows the payment as it was before it was cancelled.',
    file: 'sandbox/src/payments/cancel.ts',
    from: 'return paymentData(cancelled, call);',
    to: 'return paymentData(payment, call);',
  },
  {
    id: 'get-transaction-another-order',
    summary: 'getTransaction shows the authority in the place of the order.',
    file: transaction,
    from: 'order_id: payment.order_id,',
    to: 'order_id: payment.authority,',
  },
  {
    id: 'get-transaction-description-as-order',
    summary: 'getTransaction shows the order in the place of the description.',
    file: transaction,
    from: 'description: payment.description,',
    to: 'description: payment.order_id,',
  },
  {
    id: 'get-transaction-loses-the-description',
    summary: 'The description of a payment is taken and never shown.',
    file: transaction,
    from: 'description: payment.description,',
    to: 'description: null,',
  },
  {
    id: 'get-transaction-another-callback',
    summary: 'getTransaction shows the address of the callback without its path.',
    file: transaction,
    from: 'callback_url: payment.callback_url,',
    to: 'callback_url: new URL(payment.callback_url).origin,',
  },
  {
    id: 'get-transaction-calls-all-open',
    summary: 'getTransaction says of every payment that it has not expired.',
    file: transaction,
    from: 'is_expired: isExpired(payment.state),',
    to: 'is_expired: false,',
  },
  {
    id: 'get-transaction-verifiable-too-early',
    summary: 'getTransaction says of a payment that nobody has paid that it can be verified.',
    file: transaction,
    from: 'can_be_verified: isVerifiable(payment.state),',
    to: 'can_be_verified: payment.verified_at === null && !isExpired(payment.state),',
  },
  {
    id: 'get-transaction-never-verifiable',
    summary: 'getTransaction never says that a payment can be verified.',
    file: transaction,
    from: 'can_be_verified: isVerifiable(payment.state),',
    to: 'can_be_verified: false,',
  },
  {
    id: 'get-transaction-public-state',
    summary: 'getTransaction tells the state by the public word of another one.',
    file: transaction,
    from: 'status: call.contract.states[payment.state].status,',
    to: "status: payment.verified_at === null ? 'pending' : 'completed',",
  },
  {
    id: 'verification-of-another-amount',
    summary: 'A verification shows the amount in tomans.',
    file: verification,
    from: 'amount: payment.amount,',
    to: 'amount: Math.round(payment.amount / 10),',
  },
  {
    id: 'verification-with-order-for-authority',
    summary: 'A verification shows another authority than the one that was verified.',
    file: verification,
    from: 'authority: payment.authority,',
    to: "authority: payment.authority.slice(0, -1) + (payment.authority.endsWith('A') ? 'B' : 'A'),",
  },
  {
    id: 'verification-with-another-reference',
    summary: 'A verification and the payment tell different references of the bank.',
    file: verification,
    from: 'ref_id: referenceOf(payment),',
    to: "ref_id: referenceOf(payment)?.split('').reverse().join('') ?? null,",
  },
  {
    id: 'list-with-another-reference',
    summary: 'listTransactions and getTransaction tell different references of the bank.',
    file: 'sandbox/src/transactions/list.ts',
    from: 'ref_code: referenceOf(payment),',
    to: 'ref_code: referenceOf(payment) && `${payment.created_at}`,',
  },
  {
    id: 'one-reference-for-all',
    summary: 'Every payment gets the same reference of the bank.',
    file: 'sandbox/src/core/identifiers.ts',
    from: "bankReference: () => text('123456789', 12),",
    to: "bankReference: () => '123456789123',",
  },
  {
    id: 'refund-names-another-payment',
    summary: 'createRefund answers with the code of the refund in the place of the authority.',
    basis: 'decision 12',
    file: refund,
    from: 'const data = { ...refund, created_at',
    to: "const data = { ...refund, authority: `${authority.slice(0, -1)}${authority.endsWith('A') ? 'B' : 'A'}`, created_at",
  },
  {
    id: 'refund-tells-the-whole-amount',
    summary: 'createRefund answers with the amount of the payment, not of the refund.',
    basis: 'decision 12',
    file: refund,
    from: 'const data = { ...refund, created_at',
    to: 'const data = { ...refund, amount: payment.amount, created_at',
  },
  {
    id: 'refund-loses-its-reason',
    summary: 'createRefund answers without the reason that it was given.',
    basis: 'decision 12',
    file: refund,
    from: 'const data = { ...refund, created_at',
    to: 'const data = { ...refund, reason: null, created_at',
  },
  {
    id: 'one-refund-code-for-a-payment',
    summary: 'Two refunds of one payment get one code.',
    basis: 'decision 12',
    file: refund,
    from: '  return {\n    refund: data,',
    to: '  data.refund_code = `RF-${authority.slice(-6)}`;\n  return {\n    refund: data,',
  },
  {
    id: 'subscribe-answers-another-address',
    summary: 'subscribeWebhook answers with the address without its path.',
    file: subscribe,
    from: '      id,\n      url,\n      events: wanted,',
    to: '      id,\n      url: new URL(url).origin,\n      events: wanted,',
  },
  {
    id: 'subscribe-answers-other-events',
    summary: 'subscribeWebhook answers with the first of the events only.',
    file: subscribe,
    from: '      url,\n      events: wanted,',
    to: '      url,\n      events: wanted.slice(0, 1),',
  },
  {
    id: 'subscribe-answers-all-events',
    summary: 'subscribeWebhook answers with an event that was not asked for.',
    file: subscribe,
    from: '      url,\n      events: wanted,',
    to: "      url,\n      events: [...new Set([...wanted, 'payment.created'])],",
  },
  {
    id: 'subscribe-answers-inactive',
    summary: 'subscribeWebhook says that the new webhook is not active.',
    file: subscribe,
    from: 'is_active: true,',
    to: 'is_active: false,',
  },
  {
    id: 'subscribe-shows-the-secret',
    summary: 'subscribeWebhook shows the secret that the merchant has chosen.',
    basis: 'decision 28',
    file: subscribe,
    from: 'secret: secret === undefined ? kept : mask,',
    to: 'secret: kept,',
  },
  {
    id: 'subscribe-hides-its-own-secret',
    summary: 'subscribeWebhook masks the secret that the gateway has made, so that nobody ever knows it.',
    basis: 'decision 28',
    file: subscribe,
    from: 'secret: secret === undefined ? kept : mask,',
    to: 'secret: mask,',
  },
  {
    id: 'subscribe-shows-another-secret',
    summary: 'subscribeWebhook shows one generated secret and keeps another.',
    basis: 'decision 28',
    file: subscribe,
    from: 'secret: secret === undefined ? kept : mask,',
    to: 'secret: secret === undefined ? identifiers.webhookSecret() : mask,',
  },
  {
    id: 'one-webhook-id-for-an-address',
    summary: 'subscribeWebhook answers with the same id for every webhook.',
    file: subscribe,
    from: '      id,\n      url,\n      events: wanted,',
    to: "      id: '0123456789abcdef0123',\n      url,\n      events: wanted,",
  },
  {
    id: 'unsubscribe-names-another-webhook',
    summary: 'unsubscribeWebhook answers with another webhook_id.',
    file: 'sandbox/src/webhooks/unsubscribe.ts',
    from: 'return { webhook_id: id, status',
    to: "return { webhook_id: id.toUpperCase() + '0', status",
  },
  {
    id: 'test-names-another-webhook',
    summary: 'testWebhook answers with another webhook_id.',
    file: 'sandbox/src/webhooks/test.ts',
    from: 'webhook_id: id,\n    event_type: event,',
    to: 'webhook_id: `${id}0`,\n    event_type: event,',
  },
  {
    id: 'test-names-another-event',
    summary: 'testWebhook answers that it has tested payment.completed, whatever it was asked for.',
    file: 'sandbox/src/webhooks/test.ts',
    from: '    event_type: event,\n    test_result',
    to: "    event_type: 'payment.completed',\n    test_result",
  },
  {
    id: 'report-of-today',
    summary: 'getDailyReport names the day of today, whichever was asked for.',
    file: 'sandbox/src/reports/daily.ts',
    from: 'report_date: date,',
    to: 'report_date: jalaliDate(call.now),',
  },
  {
    id: 'report-counts-today',
    summary: 'getDailyReport counts the day of today, whichever was asked for.',
    file: 'sandbox/src/reports/daily.ts',
    from: '{ start: startOfJalaliDay(date), end: endOfJalaliDay(date) }',
    to: '{ start: startOfJalaliDay(jalaliDate(call.now)), end: endOfJalaliDay(jalaliDate(call.now)) }',
  },
  {
    id: 'report-of-this-month',
    summary: 'getMonthlyReport reports this month, whichever was asked for.',
    file: 'sandbox/src/reports/monthly.ts',
    from: '(call.query.month as string | undefined) ?? jalaliDate(call.now).slice(0, 7)',
    to: 'jalaliDate(call.now).slice(0, 7)',
  },
  {
    id: 'prepared-for-another-method',
    summary: 'prepareRequest signs every request as a POST.',
    file: 'sandbox/src/signing/prepare.ts',
    from: 'requestSignature(secretKey, { method, endpoint, body, timestamp })',
    to: "requestSignature(secretKey, { method: 'POST', endpoint, body, timestamp })",
  },
  {
    id: 'prepared-header-of-another-key',
    summary: 'prepareRequest puts another idempotency key into the headers than into the body.',
    file: 'sandbox/src/signing/prepare.ts',
    from: '[idempotency.alias]: key,',
    to: '[idempotency.alias]: identifiers.preparedKey(seconds),',
  },
  {
    id: 'prepared-key-always-the-same',
    summary: 'getIdempotencyKey gives the same key to everybody.',
    file: 'sandbox/src/core/identifiers.ts',
    from: "issuedKey: () => `txn_${text('abcdefghijklmnopqrstuvwxyz0123456789', 20)}`,",
    to: "issuedKey: () => 'txn_0123456789abcdefghij',",
  },
  {
    id: 'one-request-id-for-all',
    summary: 'Every answer has the same request_id.',
    file: 'sandbox/src/core/identifiers.ts',
    from: 'requestId: () => `sandbox_${hex(6)}`,',
    to: "requestId: () => 'sandbox_0123456789ab',",
  },
  {
    id: 'create-payment-says-production',
    summary: 'The sandbox says of a payment that it is one of production.',
    file: create,
    from: "environment: 'sandbox',",
    to: "environment: 'production',",
  },
  {
    id: 'create-payment-says-no-test',
    summary: 'The sandbox says of a payment that it is no test.',
    file: create,
    from: 'test_mode: true,',
    to: 'test_mode: false,',
  },
].map((mutant) => ({ kind: 'echo', ...mutant }) as const);
