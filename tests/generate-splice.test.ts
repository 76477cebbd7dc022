// Replacing parts of what a generator writes: exactly the part that is meant, or nothing at all.
import { describe, expect, it } from 'vitest';
import { replaceAfter, replaceFrom, replaceOnce } from '../scripts/generate/clients/splice.ts';

const text = 'func one {\n  old\n}\nfunc two {\n  old\n}\n';

describe('a part of generated text', () => {
  it('is replaced whole, from its beginning to its end', () => {
    expect(replaceFrom(text, 'func one', '}\n', 'func new {}\n')).toBe('func new {}\nfunc two {\n  old\n}\n');
  });
  it('is replaced where it belongs to what stands before it', () => {
    expect(replaceAfter(text, 'func two', 'old', 'new')).toBe('func one {\n  old\n}\nfunc two {\n  new\n}\n');
  });
  it('may hold what a replacement pattern would take for itself', () => {
    expect(replaceOnce('a b', 'b', '$& $1')).toBe('a $& $1');
  });
  it.each([
    ['is missing', () => replaceOnce(text, 'func three', '')],
    ['is there twice', () => replaceOnce(text, 'old', '')],
    ['begins nowhere', () => replaceFrom(text, 'func three', '}', '')],
    ['does not end', () => replaceFrom(text, 'func two', 'end', '')],
    ['belongs to nothing', () => replaceAfter(text, 'func three', 'old', '')],
    ['is not there after its anchor', () => replaceAfter(text, 'func two', 'func one', '')],
  ])('that %s stops the generation', (_, work) => {
    expect(work).toThrow(/generated client/);
  });
});
