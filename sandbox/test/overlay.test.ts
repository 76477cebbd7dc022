// Overlays are applied as their specification says, and never to the document that was given.
import { describe, expect, it } from 'vitest';
import { applyOverlay, type OverlayAction, pathsOf, valueAt } from '../../foundation/reader/overlay.ts';

const shop = {
  title: 'Shop',
  owner: { name: 'A', phones: ['1', '2'] },
  goods: [
    { name: 'tea', price: 1, 'x/y~z': true },
    { name: 'rice', price: 2, tags: ['dry'] },
  ],
};

const apply = (...actions: OverlayAction[]) =>
  applyOverlay(shop, actions).document as Record<string, unknown>;

describe('an overlay', () => {
  it.each<[string, OverlayAction[], string, unknown]>([
    ['replaces a plain value', [{ target: '$.owner', update: { name: 'B' } }], '$.owner.name', 'B'],
    ['adds what is not there', [{ target: '$.owner', update: { city: 'Yazd' } }], '$.owner.city', 'Yazd'],
    [
      'appends to a list that it merges into',
      [{ target: '$.owner', update: { phones: ['3'] } }],
      '$.owner.phones',
      ['1', '2', '3'],
    ],
    [
      'appends to a list that it selects',
      [{ target: '$.owner.phones', update: '3' }],
      '$.owner.phones',
      ['1', '2', '3'],
    ],
    [
      'changes every node that it selects',
      [{ target: '$.goods[?@.price > 0]', update: { price: 0 } }],
      '$.goods[1].price',
      0,
    ],
    [
      'takes several items out of a list',
      [{ target: '$.owner.phones[*]', remove: true }],
      '$.owner.phones',
      [],
    ],
    [
      'takes one item out by its value',
      [{ target: "$.owner.phones[?@=='1']", remove: true }],
      '$.owner.phones',
      ['2'],
    ],
    [
      'takes a field away before it puts another in its place',
      [
        { target: '$.owner.phones', remove: true },
        { target: '$.owner', update: { phones: ['9'] } },
      ],
      '$.owner.phones',
      ['9'],
    ],
    [
      'reaches names with any character',
      [{ target: "$.goods[0]['x/y~z']", remove: true }],
      '$.goods[0]',
      { name: 'tea', price: 1 },
    ],
    [
      'removes and does not look at the update beside it',
      [{ target: '$.title', remove: true, update: 'Market' }],
      '$.goods[0].name',
      'tea',
    ],
  ])('%s', (_, actions, at, expected) => {
    const changed = apply(...actions);
    const [path = []] = pathsOf(changed, at);
    expect(valueAt(changed, path)).toEqual(expected);
  });

  it('carries out its actions in their order, each on what those before it have left', () => {
    const { document, unmatched } = applyOverlay(shop, [
      { target: '$', update: { open: { from: 8 } } },
      { target: '$.open', update: { from: 9 } },
      { target: '$.closed', remove: true },
    ]);
    expect([(document as unknown as { open: unknown }).open, unmatched]).toEqual([{ from: 9 }, ['$.closed']]);
  });

  it('leaves the document and itself as they are', () => {
    const before = structuredClone(shop);
    const update = { phones: ['3'], address: { city: 'Yazd' } };
    const first = apply({ target: '$.owner', update });
    const second = apply({ target: '$.owner', update });
    (first.owner as { address: { city: string } }).address.city = 'Qom';
    expect([shop, second.owner, update.address.city]).toEqual([
      before,
      { name: 'A', phones: ['1', '2', '3'], address: { city: 'Yazd' } },
      'Yazd',
    ]);
  });

  it.each([
    ['a target that is not JSONPath', { target: '$.[', remove: true }],
    ['an update of a plain value', { target: '$.title', update: { a: 1 } }],
    ['an update of an object by a plain value', { target: '$.owner', update: 'B' }],
  ])('refuses %s', (_, action) => {
    expect(() => apply(action)).toThrow();
  });
});
