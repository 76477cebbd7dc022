// What the control API remembers of each terminal is bounded, however many terminals there are.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recent } from '../src/observed/recent.ts';

const each = 3;
const total = 7;

it('keeps the last entries of each terminal, and never more than its bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 60 }), (terminals) => {
      const memory = recent<number>(each, { total });
      for (const [index, terminal] of terminals.entries()) {
        memory.add(terminal, index);
        expect(memory.of(terminal).at(-1)).toBe(index);
        expect(memory.of(terminal).length).toBeLessThanOrEqual(each);
        const all = ['a', 'b', 'c', 'd', 'e'].flatMap((name) => memory.of(name));
        expect(all.length).toBeLessThanOrEqual(total);
        for (const name of ['a', 'b', 'c', 'd', 'e']) {
          const entries = [...memory.of(name)];
          expect(entries).toEqual(entries.toSorted((one, other) => one - other));
        }
      }
    }),
  );
});

it('forgets the terminal that was silent longest first, and one on demand', () => {
  const memory = recent<string>(each, { total: 4 });
  for (const entry of ['a1', 'a2', 'a3', 'b1', 'b2']) memory.add(entry.charAt(0), entry);
  expect(memory.of('a')).toEqual(['a2', 'a3']);
  expect(memory.of('b')).toEqual(['b1', 'b2']);
  memory.forget('b');
  expect(memory.of('b')).toEqual([]);
  for (const entry of ['c1', 'c2']) memory.add('c', entry);
  expect(memory.of('a')).toEqual(['a2', 'a3']);
});
