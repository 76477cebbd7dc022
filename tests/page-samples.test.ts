// The register of the published page's samples can be trusted without the page: complete, in order, in words that are known.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDecisions } from '../foundation/reader/decisions.ts';
import {
  framings,
  kinds,
  type Lines,
  needs,
  type Outcome,
  parseOutcome,
  readPageSamples,
  sampleServers,
  verdicts,
} from '../foundation/reader/page-samples.ts';
import { errors, operations } from '../generated/facts.ts';
import { differences } from './heavy/page-samples/compare.ts';

const { topics, samples, reasons } = readPageSamples();
const outcomes = samples.flatMap(({ id, outcome }) =>
  sampleServers.map((server) => ({ name: `${id} at ${server}`, ...outcome[server] })),
);

describe('the register of the page’s samples', () => {
  it('has every sample once, in the order of the page', () => {
    const ranges = topics.flatMap(({ samples: own, csharp }) => [
      ...own.map(({ lines }) => lines),
      ...(csharp ? [csharp] : []),
    ]);
    const inOrder = (ordered: Lines[]) =>
      ordered.every(([first, last], index) => first <= last && first > (ordered[index - 1]?.[1] ?? 0));
    expect(inOrder(ranges)).toBe(true);
    expect(samples).toHaveLength(114);
  });

  it('prints the answer behind the samples, or elsewhere on the page, but never among them', () => {
    const isPrinted = (line: number) =>
      topics.some(({ prints }) => prints && line >= prints[0] && line <= prints[1]);
    expect(samples.filter(({ lines: [first, last] }) => isPrinted(first) || isPrinted(last))).toEqual([]);
  });

  it('uses no word that its readers do not know', () => {
    const known: readonly unknown[] = [...framings, ...kinds, ...needs, ...verdicts, undefined];
    const used = [
      ...topics.flatMap(({ kind, needs: need }) => [kind, need]),
      ...samples.flatMap(({ framed }) => framed),
      ...outcomes.map(({ verdict }) => verdict),
    ];
    expect(used.filter((word) => !known.includes(word))).toEqual([]);
    expect(topics.filter(({ operation }) => operation && !Object.hasOwn(operations, operation))).toEqual([]);
  });

  it('gives a reason for everything that is not as printed, and none for what is', () => {
    const mustHave: Outcome['verdict'][] = ['differs', 'refused', 'fails'];
    const cannotHave: Outcome['verdict'][] = ['as printed', 'not tried'];
    const wrong = outcomes.filter(({ verdict, reasons: names }) =>
      names.length > 0 ? cannotHave.includes(verdict) : mustHave.includes(verdict),
    );
    expect(wrong).toEqual([]);
  });

  it('explains each reason, and has no reason that nothing needs', () => {
    const used = new Set(outcomes.flatMap(({ reasons: names }) => names));
    expect([...used].sort()).toEqual(Object.keys(reasons).sort());
  });

  it.each(Object.entries(reasons))('%s is told in both languages and leads to a decision', (_, reason) => {
    const decisions = readDecisions(join(import.meta.dirname, '../docs/decisions')).map(({ id }) => id);
    for (const text of [reason.short.en, reason.short.fa, reason.text.en, reason.text.fa]) {
      expect(text.trim()).not.toBe('');
    }
    expect(decisions).toContain(reason.decision);
    const { refusal } = reason.explains;
    const codes = Object.values(errors).map(({ code }) => code);
    if (refusal) expect(codes).toContain(refusal.code);
  });

  it('says that the quick start without a key works in the dialect literal alone', () => {
    const quickStart = topics.filter(({ id }) => ['sandbox-payment', 'whole-payment'].includes(id));
    for (const { id, outcome } of quickStart.flatMap(({ samples: own }) => own)) {
      expect([id, outcome.literal, outcome.sandbox]).toEqual([
        id,
        { verdict: 'as printed', reasons: [] },
        { verdict: 'refused', reasons: ['missing-key'] },
      ]);
    }
  });

  it('reads an outcome with its reasons', () => {
    expect(parseOutcome('as printed')).toEqual({ verdict: 'as printed', reasons: [] });
    expect(parseOutcome('differs: one, two')).toEqual({ verdict: 'differs', reasons: ['one', 'two'] });
  });
});

describe('an answer beside the one that the page prints', () => {
  const printed = {
    success: true,
    data: { authority: '2025100121424146HC', amount: 100000, ref_id: null, events: ['payment.created'] },
    rows: [{ hour: 10, psp: 'mellat' }],
    message: 'انجام شد',
    timestamp: '1404-06-28 10:30:00',
  };
  it.each([
    ['the same', {}, []],
    ['another moment, another identifier', { timestamp: '1405-01-01 00:00:00' }, []],
    ['a half-space more', { message: 'انجام\u200c شد' }, []],
    ['a longer list of the same form', { rows: [printed.rows[0], { hour: 10, psp: 'saman' }] }, []],
    ['an empty list', { rows: [] }, ['rows: empty']],
    ['a row of another form', { rows: [{ hour: 10 }] }, ['rows[0].psp: missing']],
    ['another constant', { message: 'نشد' }, ['message: "نشد"']],
    ['another kind of time', { timestamp: '2025-10-01T10:35:00Z' }, [expect.stringContaining('timestamp: ')]],
    ['a field more', { extra: 1 }, ['extra: added']],
    ['a field less', { success: undefined }, ['success: missing']],
    ['a number as a text', { data: { ...printed.data, amount: '100000' } }, ['data.amount: "100000"']],
    ['another number', { data: { ...printed.data, amount: 1 } }, ['data.amount: 1']],
    ['a value for null', { data: { ...printed.data, ref_id: '1' } }, ['data.ref_id: "1"']],
    ['an empty identifier', { data: { ...printed.data, authority: '' } }, ['data.authority: empty']],
    ['another list of words', { data: { ...printed.data, events: [] } }, ['data.events: []']],
  ])('%s', (_, changes, expected) => {
    const given = JSON.parse(JSON.stringify({ ...printed, ...changes })) as unknown;
    expect(differences(printed, given)).toEqual(expected);
  });

  it('may have more where the page prints dots', () => {
    expect(differences({ one: 'a', '...': '...' }, { one: 'a', two: 'b' })).toEqual([]);
  });
});
