// Every rule says truly on what it rests, and marks, decisions and page lead to one another.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { basisOf, linesOf, parseBasis } from '../foundation/reader/basis.ts';
import { readDecisions } from '../foundation/reader/decisions.ts';
import type { ContractDocument } from '../foundation/reader/document.ts';
import { root } from '../foundation/reader/paths.ts';
import { basisFindings, type Governing, governedPlaces, writeGoverns } from '../scripts/decisions/governs.ts';
import { type BasisFile, basisFile, countsLine } from '../scripts/generate/basis-file.ts';
import { rulesOf } from '../scripts/generate/rules.ts';

const contract = JSON.parse(readFileSync(join(root, 'generated/strict.en.json'), 'utf8')) as ContractDocument;
const decisions = readDecisions(join(root, 'docs/decisions'));
const written = JSON.parse(readFileSync(join(root, 'generated/basis.json'), 'utf8')) as BasisFile;

describe('the rules of the contract', () => {
  const rules = rulesOf(contract);

  it('are counted once each, by what they rest on', () => {
    expect(new Set(rules).size).toBe(rules.length);
    const { counts } = basisFile(contract);
    console.log(countsLine(counts));
    expect(counts.stated + counts.example + counts.decision).toBe(rules.length);
    expect(written.counts).toEqual(counts);
    // Fewer than this would mean that marks or rules are lost.
    expect(counts.stated).toBeGreaterThan(700);
    expect(counts.example).toBeGreaterThan(300);
    expect(counts.decision).toBeGreaterThan(400);
  });

  it('lead to lines of the page, unless a decision assumes them', () => {
    const lost = rules.filter(
      (rule) => basisOf(contract, rule).kind !== 'decision' && linesOf(contract, rule) === undefined,
    );
    expect(lost).toEqual([]);
  });

  it('fit the decisions, in both directions', () => {
    expect(basisFindings(contract, decisions)).toEqual([]);
  });

  it.each([
    // Stated by a table or a sentence.
    ['#/components/schemas/Amount/maximum', 'stated', '369'],
    ['#/components/schemas/PaymentStatus/enum/timeout', 'stated', '471'],
    [
      '#/components/schemas/ErrorTransactionNotFound/allOf/1/properties/error/properties/code/const',
      'stated',
      '2404',
    ],
    ['#/components/schemas/ErrorRateLimited/x-status-code/http/429', 'stated', '2455'],
    ['#/paths/~1v2~1webhooks~1subscribe/post/responses/201', 'stated', '1412'],
    ['#/components/schemas/CallbackStatus/then/enum/201', 'stated', '568'],
    ['#/x-rate-limits/refunds/limit', 'stated', '2460'],
    ['#/x-webhook-delivery/retry_delays_seconds', 'stated', '1809-1820'],
    ['#/components/headers/TokenDeprecated', 'stated', '66-69'],
    // Seen in an example only.
    ['#/components/schemas/PaymentMeta/required/cached', 'example', '443-446'],
    [
      '#/components/schemas/ErrorValidation/allOf/1/properties/error/properties/type/const',
      'example',
      '2436',
    ],
    ['#/components/schemas/CallbackStatus/x-callback-messages/201', 'example', '582'],
    ['#/components/headers/RetryAfter', 'example', '2481'],
    ['#/x-validation-messages/minimum_rial', 'example', '2439'],
    // Assumed.
    ['#/components/schemas/ErrorTransactionNotFound/x-status-code/http/404', 'decision', '2'],
    ['#/paths/~1v2~1payments/post/responses/400', 'decision', '2'],
    ['#/paths/~1v2~1payments/post/responses/200', 'decision', '1'],
    ['#/paths/~1v2~1refunds/post', 'decision', '12'],
    ['#/components/parameters/IdempotencyKeyRequired/x-required-by-any-name', 'decision', '3'],
    ['#/components/schemas/Authority/pattern', 'decision', '15'],
    ['#/components/schemas/VerificationState/required/verified_at', 'decision', '36,53'],
    ['#/components/schemas/PaymentResponse/properties/message/const', 'decision', '21'],
    ['#/components/schemas/CallbackStatus/x-callback-messages/-1', 'decision', '7,45'],
    ['#/x-sandbox/refund_payout_seconds', 'decision', '12'],
    ['#/x-sandbox/body_limit_bytes', 'decision', '41'],
    ['#/x-webhook-delivery/messages/timeout', 'decision', '33'],
    // What is taken by reference rests on what is shared, unless this very place is marked.
    ['#/paths/~1v2~1payments/post/responses/200/headers/X-RateLimit-Limit', 'decision', '11'],
    ['#/paths/~1v2~1payments/post/responses/200/headers/X-Response-Signature', 'stated', '2751-2754'],
    ['#/components/responses/Unauthorized/headers/X-Response-Signature', 'decision', '10'],
  ])('%s: %s %s', (pointer, kind, what) => {
    const basis = basisOf(contract, pointer);
    expect(basis.kind).toBe(kind);
    const said = basis.kind === 'decision' ? basis.decisions.join(',') : linesOf(contract, pointer);
    expect(said?.split(', ')).toContain(what);
  });
});

/** A contract of one operation, whose marks are right. */
const sound = () => ({
  servers: [{ url: 'https://gateway.test', 'x-source': '1' }],
  paths: {
    '/pay': {
      post: {
        operationId: 'pay',
        'x-source': '10-20',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pay' } } } },
        responses: { 200: { description: 'Paid.', headers: { Id: { $ref: '#/components/headers/Id' } } } },
      },
    },
  },
  webhooks: {},
  components: {
    headers: { Id: { 'x-basis': 'example 30-31', required: true, schema: { type: 'string' } } },
    schemas: {
      Pay: {
        type: 'object',
        additionalProperties: false,
        'x-basis': { required: 'decision 1', additionalProperties: 'decision 1, 2' } as unknown,
        required: ['amount'],
        properties: { amount: { type: 'integer', minimum: 1 } as Record<string, unknown> },
      },
    },
  },
  'x-basis': { 'paths/*/*/responses/*': 'decision 2' } as Record<string, string>,
  'x-limits': { a: 1, b: 2, 'x-source': '5' } as Record<string, unknown>,
});

const lists: Governing[] = [
  {
    id: 1,
    file: '0001-one.md',
    governs: ['#/components/schemas/Pay/required', '#/components/schemas/Pay/additionalProperties'],
  },
  {
    id: 2,
    file: '0002-two.md',
    governs: ['#/paths/*/*/responses/*', '#/components/schemas/Pay/additionalProperties'],
  },
];

const findings = (change: (contract: ReturnType<typeof sound>) => void, governing = lists) => {
  const broken = sound();
  change(broken);
  return basisFindings(broken as unknown as ContractDocument, governing);
};

describe('marks and decisions', () => {
  it('pass when they fit', () => {
    expect(findings(() => {})).toEqual([]);
  });

  it.each<[string, Parameters<typeof findings>, RegExp]>([
    [
      'a mark of a decision that does not list the place',
      [
        (contract) =>
          Object.assign(contract.components.schemas.Pay.properties.amount, {
            'x-basis': { minimum: 'decision 1' },
          }),
      ],
      /0001-one\.md: #\/components\/schemas\/Pay\/properties\/amount\/minimum is marked with decision 1, but not listed/,
    ],
    [
      'a decision that lists a place without a mark',
      [
        (contract) =>
          Object.assign(contract.components.schemas.Pay, {
            'x-basis': { additionalProperties: 'decision 1, 2' },
          }),
      ],
      /0001-one\.md: lists #\/components\/schemas\/Pay\/required, which no mark gives to decision 1/,
    ],
    [
      'a mark of a decision that does not exist',
      [(contract) => Object.assign(contract['x-limits'], { 'x-basis': { a: 'decision 3' } })],
      /#\/x-limits\/a rests on decision 3, which docs\/decisions does not have/,
    ],
    [
      'an example beyond the end of the page',
      [(contract) => Object.assign(contract.components.headers.Id, { 'x-basis': 'example 2810-2815' })],
      /#\/components\/headers\/Id: the page has no lines 2810-2815; it ends at 2814/,
    ],
    [
      'an example that runs backwards',
      [(contract) => Object.assign(contract.components.headers.Id, { 'x-basis': 'example 31-30' })],
      /no lines 31-30/,
    ],
    [
      'a source beyond the end of the page',
      [(contract) => Object.assign(contract['x-limits'], { 'x-source': '5, 2900' })],
      /#\/x-limits: the page has no lines 2900/,
    ],
    [
      'a stated rule that leads to no line',
      [(contract) => Object.assign(contract['x-limits'], { 'x-source': undefined })],
      /#\/x-limits\/a is stated, but leads to no line of the page\. Add x-source/,
    ],
    [
      'a key that leads to no rule',
      [(contract) => Object.assign(contract['x-limits'], { 'x-basis': { c: 'example 6' } })],
      /#\/x-limits\/c: "example 6" leads to no rule\. Mend its pointer/,
    ],
    [
      'a mark on what holds no rule',
      [
        (contract) =>
          Object.assign(contract.components.schemas.Pay, {
            properties: {},
            required: [],
            additionalProperties: true,
          }),
      ],
      /#\/components\/schemas\/Pay\/required: "decision 1" leads to no rule/,
    ],
    [
      'a mark that says what a wider one says',
      [
        (contract) => Object.assign(contract['x-basis'], { 'paths/*/*/responses/200': 'decision 2' }),
        [
          lists[0] as Governing,
          {
            ...(lists[1] as Governing),
            governs: [...(lists[1] as Governing).governs, '#/paths/*/*/responses/200'],
          },
        ],
      ],
      /#\/paths\/\*\/\*\/responses\/200: "decision 2" changes nothing\. Remove it/,
    ],
    [
      'a mark that says what holds without one',
      [(contract) => Object.assign(contract['x-limits'], { 'x-basis': { a: 'stated 5' } })],
      /#\/x-limits\/a: "stated 5" changes nothing/,
    ],
  ])('are refused with %s', (_, [change, governing], says) => {
    const found = findings(change, governing);
    expect(found.join('\n')).toMatch(says);
  });

  it('tell the list to paste', () => {
    const [, , paste] = findings((contract) => {
      contract['x-limits']['x-basis'] = { a: 'decision 1', b: 'decision 1' };
    });
    expect(paste).toContain('npm run decisions -- --write');
    expect(paste).toContain('governs:\n  - "#/components/schemas/Pay/required"');
    expect(paste).toContain('  - "#/x-limits/b"');
  });
});

describe('the list in the front matter of a decision', () => {
  const text = '---\nid: 1\ncontract: [pay]\ngoverns:\n  - "#/old"\n  - "#/older"\nstatus: accepted\n---\n';

  it.each([
    ['several places', ['#/a', '#/b/*'], 'governs:\n  - "#/a"\n  - "#/b/*"\nstatus'],
    ['no place', [], 'governs: []\nstatus'],
  ])('is written with %s', (_, places, expected) => {
    const rewritten = writeGoverns(text, places);
    expect(rewritten).toContain(`contract: [pay]\n${expected}`);
    expect(rewritten).not.toContain('#/old');
    expect(writeGoverns(rewritten, places)).toBe(rewritten);
  });

  it('is what the marks say, for every decision', () => {
    const places = governedPlaces(contract);
    for (const { id, governs } of decisions) expect(governs, `decision ${id}`).toEqual(places.get(id) ?? []);
  });
});

describe('a basis', () => {
  it.each(['a guess', 'decision', 'decision two', 'decision 2,3', 'example', 'example 5-', 'stated'])(
    'is refused when it is "%s"',
    (text) => {
      expect(() => parseBasis(text)).toThrow('is no basis');
    },
  );

  it('is that of the nearest place, wherever the mark is written', () => {
    const document = {
      'x-basis': { 'a/*/c': 'decision 1', 'a/x/c': 'decision 2' },
      a: {
        y: { 'x-basis': 'example 1', c: 1, d: 1 },
        x: { c: 1 },
        z: { 'x-basis': { '.': 'decision 3', c: 'stated 9' }, c: 1 },
      },
    };
    const kinds = ['a/y/c', 'a/y/d', 'a/y', 'a/x/c', 'a/x', 'a/z/c', 'a/z'].map((place) =>
      basisOf(document, `#/${place}`),
    );
    expect(kinds).toEqual([
      { kind: 'decision', decisions: [1] },
      { kind: 'example', lines: '1' },
      { kind: 'example', lines: '1' },
      { kind: 'decision', decisions: [2] },
      { kind: 'stated' },
      { kind: 'stated', lines: '9' },
      { kind: 'decision', decisions: [3] },
    ]);
  });
});
