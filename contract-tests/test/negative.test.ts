// The generator of bad requests: one for each rule, breaking just that rule, and the same ones for the same seed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../src/contract/document.ts';
import { placeOfRule } from '../src/contract/places.ts';
import { brokenRules, schemaAt } from '../src/contract/schemas.ts';
import type { TestCase } from '../src/plan/case.ts';
import { render } from '../src/plan/draft.ts';
import { negativeCases } from '../src/plan/negative/cases.ts';
import { routeCases } from '../src/plan/routes.ts';

const now = 1764000000;
const caller = { token: 'idg_test_a', secretKey: 'secret', now, idempotencyKey: 'key-1' };
const casesOf = (seed: number) => negativeCases({ seed, now });
const shown = (cases: TestCase[]) => cases.map(({ id, draft }) => [id, render(draft, caller)]);
const seeds = fc.integer({ min: -1_000_000, max: 1_000_000 });

/** The keywords of a schema that can refuse a value, and that a request of its own can break. */
const breakable = [
  'type',
  'enum',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
];

const bodies = operations.flatMap(({ id, requestBody }) => {
  if (!requestBody) return [];
  const { value: schema } = schemaAt(requestBody.schemaPointer);
  const rules = Object.keys(schema.properties ?? {}).flatMap((field) => {
    const { value } = schemaAt(`${requestBody.schemaPointer}/properties/${field}`);
    return breakable
      .filter((keyword) => keyword in value)
      .map((keyword) => `${id} body /${field} ${keyword}`);
  });
  const required = (schema.required ?? []).map((field) => `${id} body /${field} required`);
  return [...rules, ...required, `${id} body additionalProperties`, `${id} body missing`];
});

describe('the bad requests', () => {
  const ids = new Set(casesOf(1).map(({ id }) => id));

  it('have a name each', () => {
    expect(ids.size).toBe(casesOf(1).length);
  });

  it('leave out no rule of a body', () => {
    // The rule that an integer fits into 64 bits cannot be broken below the maximum.
    const missing = bodies.filter((id) => !ids.has(id) && !id.endsWith('/amount format'));
    expect(missing).toEqual([]);
  });

  it('leave out no parameter that has a rule', () => {
    const parameters = operations.flatMap(({ id, parameters: own }) =>
      own.flatMap(({ value, pointer }) => {
        const { value: schema } = schemaAt(`${pointer}/schema`);
        const rules = breakable.filter((keyword) => keyword in schema && keyword !== 'type');
        return rules.map((keyword) => `${id} ${value.in} ${value.name} ${keyword}`);
      }),
    );
    expect(parameters.length).toBeGreaterThan(20);
    expect(parameters.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('break the token of every operation that takes one, and the signature of every one that is signed', () => {
    for (const { id, facts } of operations) {
      expect(ids.has(`${id} token missing`), id).toBe(facts.token);
      expect(ids.has(`${id} signature too old`), id).toBe(facts.requestSigning);
    }
  });

  it('name a rule that stands in openapi/', () => {
    for (const { id, rule } of [...casesOf(1), ...routeCases()]) {
      expect(placeOfRule(rule ?? ''), id).toMatch(/^openapi\/.+\.yaml:[1-9]/);
    }
  });

  it('are the same for the same seed, and others for another', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(shown(negativeCases({ seed, now }))).toEqual(shown(negativeCases({ seed, now: now + 1 })));
      }),
      { seed: 1, numRuns: 2 },
    );
    expect(shown(casesOf(1))).not.toEqual(shown(casesOf(2)));
  });

  it('break the rule that they are named after, and as a rule no other', () => {
    const others: string[] = [];
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { id, draft } of casesOf(seed)) {
          const [, field, keyword] = /body (\/\S+) (\S+)$/.exec(id) ?? [];
          const { requestBody } = draft.operation;
          if (!field || !requestBody || !draft.body || !('json' in draft.body)) continue;
          const broken = brokenRules(requestBody.schemaPointer, draft.body.json);
          const expected = keyword === 'null' ? 'type' : keyword;
          expect(
            broken.map((rule) => rule.keyword),
            id,
          ).toContain(expected);
          expect(new Set(broken.map(({ at }) => at)), id).toEqual(new Set([field]));
          if (broken.some((rule) => rule.keyword !== expected)) others.push(id.replace(/^\S+ body /, ''));
        }
      }),
      { seed: 1, numRuns: 3 },
    );
    // What is empty breaks the pattern as well, and null is in no list of words: nothing can break one of them alone.
    const unavoidable = /(minLength|null|type|enum)$/;
    expect(others.filter((id) => !unavoidable.test(id))).toEqual([]);
  });

  it('can travel: no header or path that a client could not send', () => {
    for (const { draft } of casesOf(3)) {
      const { path, headers } = render(draft, caller);
      expect(path).toMatch(/^\/[!-~]+$/);
      for (const value of Object.values(headers)) expect(value).toMatch(/^[ -~]*$/);
    }
  });
});
