// Holds the table of other people's tools together: what is tried, what is known, and what readers are shown.
import { describe, expect, it } from 'vitest';
import { type Cell, cells, type Finding, untried } from '../compat/cells.ts';
import { type Fault, readFaults } from '../compat/faults.ts';
import { readOptions } from '../compat/options.ts';
import { registeredTools } from '../compat/registry.ts';
import { readResults } from '../compat/results.ts';
import { mistakes, needless } from '../compat/verdict.ts';
import { contractVersion } from '../generated/facts.ts';

const tools = await registeredTools();
const { results, contract } = readResults();

/** What was found of a tool that does everything up to a cell, and fails there. */
function failingAt(failing?: Cell): Finding {
  const outcomes = untried();
  for (const cell of cells) {
    outcomes[cell] = cell !== failing;
    if (cell === failing) break;
  }
  return {
    outcomes,
    failures: failing ? { [failing]: 'the sky fell' } : {},
    took: { install: 0, generate: 0, compile: 0, run: 0 },
  };
}

const fault = (cell: Cell): Fault => ({ tool: 'pen', cell, says: { en: '', fa: '' }, issue: 'a/b#1' });

describe('what is written of each tool', () => {
  it('is there for every tool, and for no other', () => {
    expect(results.map(({ id }) => id)).toEqual(tools.map(({ id }) => id));
  });

  it.each(tools)('is of the version, the command and the note that $id has now', ({ id, tool }) => {
    const { version, command, note } = tool;
    const written = results.find((result) => result.id === id);
    expect({ version: written?.version, command: written?.command, note: written?.note }).toEqual({
      version,
      command,
      note,
    });
  });

  it('was found with the present contract', () => {
    expect(contract).toBe(contractVersion);
  });

  it('shows a fault for each cell that fails', () => {
    const failing = results.filter(({ outcomes }) => Object.values(outcomes).includes(false));
    expect(failing.filter(({ faults }) => faults.length === 0)).toEqual([]);
  });
});

describe('a known fault', () => {
  it('is of a tool that is tried, at a cell that there is', () => {
    const strange = readFaults().filter(
      ({ tool, cell }) => !tools.some(({ id }) => id === tool) || !cells.includes(cell),
    );
    expect(strange).toEqual([]);
  });

  it.each<[string, Finding, Fault[], RegExp | null]>([
    ['nothing, of a tool that does all', failingAt(), [], null],
    ['a failure that nobody knew of', failingAt('verifies'), [], /fails at «verifies»:\nthe sky fell/],
    ['nothing, of a failure that is known', failingAt('verifies'), [fault('verifies')], null],
    [
      'a failure at another cell than the known one',
      failingAt('pays'),
      [fault('verifies')],
      /fails at «pays»/,
    ],
    ['a fault that has healed', failingAt(), [fault('compiles')], /does «compiles» now/],
    [
      'a fault that could not be tried',
      failingAt('compiles'),
      [fault('compiles'), fault('pays')],
      /not be tried/,
    ],
  ])('gives %s', (_, finding, faults, expected) => {
    const found = mistakes('pen', finding, faults).join('\n');
    if (expected === null) expect(found).toBe('');
    else expect(found).toMatch(expected);
  });
});

describe('an option that a tool is said to need', () => {
  it.each<[string, Finding | undefined, RegExp | null]>([
    ['is kept while something fails without it', failingAt('compiles'), null],
    ['is to go when nothing fails without it', failingAt(), /needs its options no longer/],
    ['is not asked about when there is none', undefined, null],
  ])('%s', (_, bare, expected) => {
    const found = needless('pen', bare).join('\n');
    if (expected === null) expect(found).toBe('');
    else expect(found).toMatch(expected);
  });
});

describe('the command line', () => {
  it('takes names, and is told that what is written comes of the published document', () => {
    expect(readOptions(['--only', 'ogen,orval']).only).toEqual(['ogen', 'orval']);
    expect(() => readOptions(['--write', '--document', 'mine.yaml'])).toThrow('published');
    expect(() => readOptions(['--fast'])).toThrow('--fast');
  });

  it('leaves out no tool that an option would add', () => {
    expect(readOptions([]).only).toEqual([]);
    expect(() => readOptions(['--all'])).toThrow('--all');
  });
});
