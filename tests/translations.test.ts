// The Persian of the contract is whole and current, and whatever could make it otherwise is found.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { bundle } from '../foundation/reader/bundle.ts';
import { type Path, valueAt } from '../foundation/reader/overlay.ts';
import { root } from '../foundation/reader/paths.ts';
import { workflowsOverlay } from '../foundation/reader/workflows.ts';
import { checkTranslation, describeFinding, type Translation } from '../scripts/translations/check.ts';
import { loadTranslation, loadWorkflows, unlistedOverlays } from '../scripts/translations/contract.ts';
import { fingerprint } from '../scripts/translations/fingerprint.ts';
import { readOverlay } from '../scripts/translations/overlay.ts';
import { areasOf } from '../scripts/translations/owners.ts';
import { codeSpans } from '../scripts/translations/persian.ts';
import { pointer, proseOf } from '../scripts/translations/prose.ts';
import { missingActions } from '../scripts/translations/skeleton.ts';
import { stampOverlay } from '../scripts/translations/stamp.ts';

const english = {
  info: { title: 'Shop', version: '1.0.0' },
  tags: [{ name: 'Orders', description: 'What people buy.' }],
  components: {
    schemas: {
      Order: {
        type: 'object',
        description: 'An order with its `order_id`.',
        properties: {
          description: { type: 'string', description: 'Free text.', example: { description: 'a book' } },
          status: { enum: ['paid'], 'x-enum-descriptions': { paid: 'Money came.' } },
        },
        'x-status-code': { http: [200], message: 'موفق', action: 'Deliver.' },
      },
    },
    examples: { order: { summary: 'A book', value: { summary: 'wire', description: 'wire' } } },
  },
};

const shop = 'openapi/shop/fa.overlay.yaml';
const orderUpdate = {
  description: 'یک سفارش با `order_id` آن.',
  properties: {
    description: { description: 'متن آزاد.' },
    status: { 'x-enum-descriptions': { paid: 'پول رسید.' } },
  },
  'x-status-code': { action: 'کالا را بفرستید.' },
};
const orderEnglish = fingerprint(['An order with its `order_id`.', 'Free text.', 'Money came.', 'Deliver.']);

/** A whole and current translation of the small contract; each test spoils one thing. */
const actions = () => [
  { target: '$.info', 'x-english': fingerprint(['Shop']), update: { title: 'فروشگاه' } },
  {
    target: "$.tags[?(@.name=='Orders')]",
    'x-english': fingerprint(['What people buy.']),
    update: { description: 'آنچه مردم می‌خرند.' },
  },
  {
    target: '$.components.schemas.Order',
    'x-english': orderEnglish,
    update: structuredClone(orderUpdate) as Record<string, unknown>,
  },
  {
    target: '$.components.examples.order',
    'x-english': fingerprint(['A book']),
    update: { summary: 'یک کتاب' },
  },
];

const overlayText = (list: unknown[]) =>
  stringify({ overlay: '1.0.0', info: { title: 'Persian', version: '1.0.0' }, actions: list });

function translation(list: unknown[], document: unknown = english): Translation {
  return { english: document, overlays: [readOverlay(shop, overlayText(list))], areaOf: () => 'shop' };
}

const faultsOf = (list: unknown[], document?: unknown) =>
  checkTranslation(translation(list, document)).map(({ fault, target, keys }) => [
    fault,
    target,
    keys.join('.'),
  ]);

/** The good actions with one of them changed. */
function spoiled(index: number, change: (action: ReturnType<typeof actions>[number]) => object): unknown[] {
  return actions().map((action, position) =>
    position === index ? { ...action, ...change(action) } : action,
  );
}

const order = '$.components.schemas.Order';

describe('prose is', () => {
  it('what people read: titles, descriptions, summaries, actions, meanings of values', () => {
    expect(proseOf(english).map(({ path }) => pointer(path))).toEqual([
      '/info/title',
      '/tags/0/description',
      '/components/schemas/Order/description',
      '/components/schemas/Order/properties/description/description',
      '/components/schemas/Order/properties/status/x-enum-descriptions/paid',
      '/components/schemas/Order/x-status-code/action',
      '/components/examples/order/summary',
    ]);
  });

  it.each<[string, object]>([
    ['in the value of an example', { examples: { a: { value: { description: 'x' } } } }],
    [
      'in an example of a schema',
      { schemas: { A: { example: { summary: 'x' }, examples: [{ summary: 'x' }] } } },
    ],
    ['in a const', { schemas: { A: { const: { description: 'x' } } } }],
    ['in a default', { schemas: { A: { default: { description: 'x' } } } }],
    [
      'in the wire messages',
      { 'x-validation-messages': { summary: 'x' }, 'x-callback-messages': { summary: 'x' } },
    ],
    ['in what a rule rests on', { 'x-basis': { description: 'decision 8' } }],
    ['as the message of a status code', { 'x-status-code': { message: 'x' } }],
    [
      'as the title of a schema or the name of a licence',
      { schemas: { A: { title: 'x' } }, license: { name: 'x' } },
    ],
  ])('never data %s', (_, document) => {
    expect(proseOf(document)).toEqual([]);
  });

  it.each(['value', 'default', 'const', 'example', 'enum'])(
    'found below a field that is called "%s"',
    (name) => {
      const schema = { schemas: { A: { properties: { [name]: { description: 'A field.' } } } } };
      expect(proseOf(schema).map(({ text }) => text)).toEqual(['A field.']);
    },
  );
});

describe('a translation', () => {
  it('that is whole and current has no faults', () => {
    expect(faultsOf(actions())).toEqual([]);
  });

  it.each<[string, unknown[], [string, string, string][]]>([
    ['that lacks an action', actions().slice(1), [['missing', '$.info', 'title']]],
    [
      'that lacks a string of an action',
      spoiled(2, ({ update }) => ({
        'x-english': fingerprint(['An order with its `order_id`.', 'Free text.', 'Money came.']),
        update: { ...update, 'x-status-code': undefined },
      })),
      [['missing', order, 'x-status-code.action']],
    ],
    [
      'whose target selects nothing',
      [...actions(), { target: '$.components.schemas.Gone', update: { description: 'رفته' } }],
      [['unmatched', '$.components.schemas.Gone', '']],
    ],
    [
      'whose target is not JSONPath',
      [...actions(), { target: '$.tags[', update: { description: 'چیزی' } }],
      [['invalid-target', '$.tags[', '']],
    ],
    [
      'that puts a string where nothing is',
      spoiled(0, ({ update }) => ({ update: { ...update, summary: 'خلاصه' } })),
      [['no-such-string', '$.info', 'summary']],
    ],
    [
      'that changes a fact of the API',
      spoiled(0, ({ update }) => ({ update: { ...update, version: '۲' } })),
      [['not-prose', '$.info', 'version']],
    ],
    [
      'that reaches into a list, to which an overlay would append',
      spoiled(2, ({ update }) => ({
        update: { ...update, properties: { status: { enum: ['پرداخت‌شده'] } } },
      })),
      [
        ['list', order, 'properties.status.enum'],
        ['missing', order, 'properties.description.description'],
        ['missing', order, 'properties.status.x-enum-descriptions.paid'],
      ],
    ],
    ['that is empty', spoiled(0, () => ({ update: { title: ' ' } })), [['not-text', '$.info', 'title']]],
    ['that is a number', spoiled(0, () => ({ update: { title: 7 } })), [['not-text', '$.info', 'title']]],
    ['without a fingerprint', spoiled(0, () => ({ 'x-english': undefined })), [['stale', '$.info', '']]],
    [
      'with the fingerprint of other English',
      spoiled(0, () => ({ 'x-english': '00000000' })),
      [['stale', '$.info', '']],
    ],
    [
      'that is still English',
      spoiled(0, () => ({ update: { title: 'Shop' } })),
      [['untranslated', '$.info', 'title']],
    ],
    [
      'in another alphabet',
      spoiled(0, () => ({ update: { title: 'Forushgah' } })),
      [['not-persian', '$.info', 'title']],
    ],
    [
      'with an Arabic yeh',
      spoiled(0, () => ({ update: { title: 'خريد' } })),
      [['arabic-letter', '$.info', 'title']],
    ],
    [
      'with an Arabic kaf',
      spoiled(0, () => ({ update: { title: 'كالا' } })),
      [['arabic-letter', '$.info', 'title']],
    ],
    [
      'that a browser would lay out from left to right',
      spoiled(0, () => ({ update: { title: 'API فروشگاه' } })),
      [['left-to-right', '$.info', 'title']],
    ],
    [
      'that lost its code',
      spoiled(2, ({ update }) => ({ update: { ...update, description: 'یک سفارش با شناسه‌اش.' } })),
      [['lost-code', order, 'description']],
    ],
    [
      'whose code was changed',
      spoiled(2, ({ update }) => ({ update: { ...update, description: 'یک سفارش با `order-id` آن.' } })),
      [['lost-code', order, 'description']],
    ],
    ['that says a thing twice', [...actions(), actions()[0]], [['duplicate', '$.info', 'title']]],
  ])('%s is refused', (_, list, faults) => {
    expect(faultsOf(list)).toEqual(faults);
  });

  it('may name more code than the English does', () => {
    const list = spoiled(0, () => ({ update: { title: 'فروشگاه `shop`' } }));
    expect(faultsOf(list)).toEqual([]);
  });

  it('goes stale when the English changes', () => {
    const changed = structuredClone(english);
    changed.components.schemas.Order.properties.description.description = 'Free text, without HTML.';
    expect(faultsOf(actions(), changed)).toEqual([['stale', order, '']]);
  });

  it('that stands in the overlay of another area is refused, with the place it belongs to', () => {
    const areaOf = (path: Path) => (path[0] === 'info' ? 'root' : 'shop');
    const [finding] = checkTranslation({ ...translation(actions()), areaOf });
    expect(finding).toMatchObject({ fault: 'misplaced', target: '$.info', keys: ['title'] });
    expect(finding?.advice).toContain('openapi/fa.overlay.yaml');
  });

  it('that two overlays give is refused, with the name of the other one', () => {
    const twice = translation(actions());
    twice.overlays.push(readOverlay('openapi/store/fa.overlay.yaml', overlayText(actions().slice(0, 1))));
    const faults = checkTranslation(twice).map(({ fault, file, advice }) => [
      fault,
      file,
      advice.includes(shop),
    ]);
    expect(faults).toContainEqual(['duplicate', 'openapi/store/fa.overlay.yaml', true]);
  });

  it('is described to people with its file, target, keys, English and what to do', () => {
    const [finding] = checkTranslation(translation(actions().slice(1)));
    const text = finding && describeFinding(finding);
    expect(text).toContain(`${shop}  $.info  title`);
    expect(text).toContain('English: "Shop"');
    expect(text).toContain('--emit-missing shop');
  });
});

describe('an overlay file is refused', () => {
  it.each([
    ['that is not an overlay', 'openapi: 3.1.1', 'overlay: 1.0.0'],
    ['whose actions are no list', 'overlay: 1.0.0\nactions: { target: $ }', 'list'],
    [
      'with an action that updates nothing',
      'overlay: 1.0.0\nactions: [{ target: $, remove: true }]',
      'action 1',
    ],
  ])('%s', (_, text, reason) => {
    expect(() => readOverlay(shop, text)).toThrow(reason);
  });
});

describe('stamping', () => {
  const bare = (list: unknown[]) => overlayText(list).replace(/ +x-english: .*\n/g, '');

  it('adds what is missing and renews what is stale, and changes nothing else', () => {
    const stale = overlayText(actions()).replace(orderEnglish, "'00000000'");
    for (const text of [bare(actions()), stale]) {
      const stamped = stampOverlay(english, `# A note of the translator\n${text}`).text;
      expect(stamped).toMatch(/^# A note of the translator\n/);
      expect(bare(parse(stamped).actions)).toBe(bare(actions()));
      expect(checkTranslation({ ...translation([]), overlays: [readOverlay(shop, stamped)] })).toEqual([]);
    }
  });

  it('leaves a current overlay as it is', () => {
    const { text } = stampOverlay(english, bare(actions()));
    expect(stampOverlay(english, text)).toEqual({ text, changed: [] });
  });

  it('leaves an action alone whose target or strings do not exist', () => {
    const text = overlayText([{ target: '$.gone', update: { description: 'رفته' } }]);
    expect(stampOverlay({ ...english, gone: {} }, text)).toEqual({ text, changed: [] });
  });
});

describe('the skeleton of an area', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text !== '__proto__');
  const text = fc.string({ minLength: 1, maxLength: 120 }).filter((sentence) => sentence.trim() !== '');
  const schema = fc.record({
    description: text,
    properties: fc.dictionary(name, fc.record({ description: text })),
    oneOf: fc.array(fc.record({ description: text })),
  });
  const document = fc.record({
    info: fc.record({ title: text, description: text }),
    tags: fc.array(fc.record({ name, description: text })),
    components: fc.record({ schemas: fc.dictionary(name, schema) }),
  });

  it('names everything that is missing, so that once filled in nothing is', () => {
    fc.assert(
      fc.property(document, (contract) => {
        const empty: Translation = { english: contract, overlays: [], areaOf: () => 'shop' };
        const skeleton = parse(missingActions(empty, 'shop')) as { actions: { update: object }[] };
        for (const action of skeleton.actions) action.update = inPersian(action.update);
        expect(faultsOf(skeleton.actions, contract)).toEqual([]);
      }),
    );
  });

  it('is empty when nothing is missing, and continues an overlay that has begun', () => {
    expect(missingActions(translation(actions()), 'shop')).toBe('');
    const rest = missingActions(translation(actions().slice(1)), 'shop');
    expect(parse(rest)).toEqual([
      { target: '$.info', 'x-english': fingerprint(['Shop']), update: { title: 'Shop' } },
    ]);
  });
});

/** Replaces every string of an update by a Persian one with the same code in it. */
function inPersian(update: object): object {
  return Object.fromEntries(
    Object.entries(update).map(([key, value]) => [
      key,
      typeof value === 'string' ? `متن ${codeSpans(value).join(' ')}` : inPersian(value),
    ]),
  );
}

describe('the owner of a string', () => {
  const sources: Record<string, unknown> = {
    'openapi.yaml': {
      paths: { '/orders': { $ref: 'shop/list.yaml' } },
      'x-facts': { $ref: 'common/facts.yaml#/facts' },
    },
    'shop/list.yaml': {
      get: { schema: { $ref: '../common/schemas.yaml#/Order' }, callbacks: { $ref: 'callback.yaml' } },
    },
    'shop/callback.yaml': {},
    'common/schemas.yaml': { Order: { $ref: '#/Money' }, Money: {} },
    'common/facts.yaml': { facts: {} },
  };
  const areaOf = areasOf('openapi.yaml', (file) => sources[file]);

  it.each<[Path, string]>([
    [['info', 'title'], 'root'],
    [['paths', '/orders', 'get', 'summary'], 'shop'],
    [['components', 'schemas', 'Order', 'description'], 'common'],
    [['components', 'schemas', 'Money', 'description'], 'common'],
    [['components', 'callbacks', 'callback', '{$url}', 'post', 'summary'], 'shop'],
    [['x-facts', 'description'], 'common'],
  ])('of %j is %s', (path, area) => {
    expect(areaOf(path)).toBe(area);
  });

  it('is not guessed', () => {
    expect(() => areaOf(['components', 'schemas', 'Stranger', 'description'])).toThrow('Stranger');
  });
});

describe('the real contract', () => {
  it('is wholly translated', async () => {
    expect(checkTranslation(await loadTranslation()).map(describeFinding)).toEqual([]);
    expect(unlistedOverlays()).toEqual([]);
  });

  it('is translated with its flows, which have an overlay of their own', () => {
    const flows = loadWorkflows();
    expect(checkTranslation(flows).map(describeFinding)).toEqual([]);
    expect(checkTranslation({ ...flows, overlays: [] }).map(({ file }) => file)).toContain(workflowsOverlay);
  });

  it('differs in Persian from the English in prose alone, and in all of it', async () => {
    const [en, fa] = await Promise.all([bundle('en'), bundle('fa')]);
    const [original, translated] = [proseOf(en), proseOf(fa)];
    expect(translated.map(({ path }) => path)).toEqual(original.map(({ path }) => path));
    expect(translated.filter(({ text }, index) => text === original[index]?.text)).toEqual([]);
    expect(withoutProse(fa)).toEqual(withoutProse(en));
  });
});

function withoutProse(document: object): object {
  const copy = structuredClone(document);
  for (const { path } of proseOf(document)) {
    const parent = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
    parent[String(path.at(-1))] = '';
  }
  return copy;
}

describe('the command', () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['scripts/translations/index.ts', ...args], { cwd: root });

  it('says that all is translated', async () => {
    const { stdout } = await run();
    expect(stdout).toMatch(/^All \d+ strings of prose are translated/);
  });

  it.each([[['--stmap']], [['openapi/fa.overlay.yaml']]])(
    'explains itself when it does not understand %j',
    async (args) => {
      await expect(run(...args)).rejects.toMatchObject({
        code: 2,
        stderr: expect.stringContaining('Usage:'),
      });
    },
  );

  it('names an overlay that cannot be read, without a stack trace', async () => {
    await expect(run('--stamp', 'openapi/nowhere/fa.overlay.yaml')).rejects.toMatchObject({
      code: 1,
      stderr: expect.not.stringContaining('    at '),
    });
  });
});
