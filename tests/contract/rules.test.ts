// Every rule of the contract refuses what breaks it, wherever it holds, and accepts what just keeps it.
import { describe, expect, it } from 'vitest';
import type { Schema } from '../../foundation/reader/document.ts';
import { namesOf, nodeAt } from '../../foundation/reader/pointers.ts';
import { contract, type Place, places } from './bundle.ts';
import { otherThan } from './fixed-values.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules.ts';
import { pointerOf, rulesOf, schemas } from './schemas.ts';
import { isObject, reachableFrom, sitesOf, withPart } from './sites.ts';
import { check } from './validator.ts';

/** Responses and parameters that many operations share are tried once. */
const distinctPlaces = [
  ...new Map([...places.values()].map((place) => [pointerOf(place.schema), place])).values(),
];

/** For each schema of the bundle, values that are known to be valid. */
const instances = new Map<Schema, unknown[]>();

function learn(schema: Schema, value: unknown): void {
  for (const site of sitesOf(schema, value)) {
    const values = instances.get(site.schema) ?? [];
    if (!values.includes(site.value)) instances.set(site.schema, [...values, site.value]);
  }
}

for (const { schema, examples } of distinctPlaces)
  for (const value of Object.values(examples)) learn(schema, value);

/** One value of the table put where it belongs, and what the contract says about the whole. */
interface Trial {
  rule: Rule;
  value: unknown;
  whole: unknown;
  schema: Schema;
}

function trialsOf(rule: Rule, values: unknown[]): Trial[] {
  const schema = places.get(rule.at)?.schema ?? contract.components.schemas[rule.at];
  if (!schema) throw new Error(`There is neither a place nor a schema ${rule.at}.`);
  const path = namesOf(rule.pointer ?? '');
  const bases = path.length > 0 ? (instances.get(schema) ?? []) : [];
  const base = bases.find((each) => nodeAt(each, rule.pointer ?? '') !== undefined) ?? bases[0];
  return values.map((value) => ({ rule, value, whole: withPart(base, path, value), schema }));
}

const name = ({ at, pointer = '' }: Rule) => `${at} ${pointer}`.trim();
const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const goodTrials = rules.flatMap((rule) =>
  trialsOf(rule, rule.good).map((trial) => ({ ...trial, title: `${name(rule)}: ${shown(trial.value)}` })),
);
const badTrials = rules.flatMap((rule) =>
  Object.entries(rule.bad).flatMap(([keyword, values]) =>
    trialsOf(rule, values).map((trial) => {
      const findings = check(trial.schema, trial.whole).filter(
        (finding) => finding.keyword === keyword && finding.at.startsWith(rule.pointer ?? ''),
      );
      return { ...trial, keyword, findings, title: `${name(rule)}: ${shown(trial.value)} by ${keyword}` };
    }),
  ),
);
for (const { schema, whole } of goodTrials) if (check(schema, whole).length === 0) learn(schema, whole);

/** For each rule of the bundle (`pointer/keyword`), parts of values that the table knows to break it. */
const known = new Map<string, unknown[]>();
for (const { findings, whole } of badTrials) {
  for (const { rule, at } of findings) known.set(rule, [...(known.get(rule) ?? []), nodeAt(whole, at)]);
}

describe('the table of rules', () => {
  it.each(goodTrials)('accepts $title', ({ schema, whole }) => {
    expect(check(schema, whole)).toEqual([]);
  });

  it.each(badTrials)('refuses $title', ({ findings }) => {
    expect(findings).not.toEqual([]);
  });
});

/** What a limit measures: a number itself, the characters of a text, the items of a list, the fields of an object. */
function measured(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return [...value].length;
  return Object.keys(value as object).length;
}

const limits = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'minProperties'];

/** Of each limit and list in the table: the values of its own part, refused and accepted. */
const edges = [
  ...Map.groupBy(
    badTrials.flatMap((trial) => trial.findings.map((finding) => ({ ...trial, finding }))),
    ({ finding }) => finding.rule,
  ),
].flatMap(([rule, trials]) => {
  const keyword = trials[0]?.keyword ?? '';
  if (keyword !== 'enum' && !limits.includes(keyword)) return [];
  const refused = trials.map(({ whole, finding }) => nodeAt(whole, finding.at));
  const accepted = trials.flatMap(({ rule: row, finding }) =>
    trialsOf(row, row.good)
      .map(({ whole }) => nodeAt(whole, finding.at))
      .filter((value) => value !== undefined),
  );
  const limit = nodeAt(contract, rule);
  return [{ rule, keyword, limit, refused, accepted }];
});

describe('the values of the table', () => {
  it.each(edges.filter(({ keyword }) => keyword !== 'enum'))(
    'stand at the edge of $rule',
    ({ limit, refused, accepted }) => {
      const numbers = accepted.filter((value) => value !== null).map(measured);
      expect(numbers).toContain(limit);
      const distance = Math.min(...refused.map((value) => Math.abs(measured(value) - (limit as number))));
      expect(distance).toBeGreaterThan(0);
      expect(distance).toBeLessThanOrEqual(1);
    },
  );

  it.each(edges.filter(({ keyword }) => keyword === 'enum'))(
    'are all those of $rule',
    ({ rule, limit, accepted }) => {
      // A list under a condition says nothing of the values that do not meet it.
      const all = /\/(then|else)\//.test(rule)
        ? accepted.filter((each) => (limit as unknown[]).includes(each))
        : accepted;
      expect(new Set(all)).toEqual(new Set(limit as unknown[]));
    },
  );
});

/** A value that breaks one rule of a schema. */
interface Broken {
  keyword: string;
  value: unknown;
}

const wrongTypes: Record<string, unknown[]> = {
  object: ['{}', [], null],
  array: [{}, 'list', null],
  string: [0, true, null, {}],
  integer: ['1', 1.5, true, null],
  number: ['1', true, null],
  boolean: ['true', 0, null],
  null: [],
};

/** Values of the wrong type; null is wrong unless it is allowed. */
function ofWrongType({ type }: Schema): unknown[] {
  const types = [type ?? []].flat();
  return types
    .flatMap((each) => wrongTypes[each] ?? [])
    .filter((value) => value !== null || !types.includes('null'));
}

/** Breaks each rule of a schema in turn: those that need no hand by themselves, the others with values of the table. */
function broken(schema: Schema, value: unknown): Broken[] {
  const pointer = pointerOf(schema);
  return rulesOf({ pointer, schema }).flatMap((keyword): Broken[] => {
    const fromTable = (known.get(`${pointer}/${keyword}`) ?? []).map((bad) => ({ keyword, value: bad }));
    if (keyword === 'type') return ofWrongType(schema).map((wrong) => ({ keyword, value: wrong }));
    if (keyword === 'const') return [{ keyword, value: otherThan(schema.const) }];
    if (keyword === 'oneOf') return [{ keyword, value: null }];
    if (keyword === 'format' && schema.format === 'int64')
      return [{ keyword, value: (value as number) + 0.5 }];
    if (!isObject(value)) return fromTable;
    if (keyword === 'additionalProperties') return [{ keyword, value: { ...value, undocumented: 1 } }];
    if (keyword === 'required') {
      return (schema.required ?? []).map((missing) => {
        const { [missing]: _, ...rest } = value;
        return { keyword, value: rest };
      });
    }
    return fromTable;
  });
}

/** Known values of a schema, or of one that it refers to. */
function instancesOf(schema: Schema): unknown[] {
  for (const each of reachableFrom(schema)) {
    const values = instances.get(each);
    if (values) return values.filter((value) => check(schema, value).length === 0);
  }
  return [];
}

/** Copies of a value in which an object has one more field, taken from what is known of that field. */
function* withMissingFields(whole: unknown, root: Schema, visited: Set<Schema>): Generator<unknown> {
  for (const { schema, path, value } of sitesOf(root, whole)) {
    if (!isObject(value)) continue;
    const isNews = (of: Schema) => [...reachableFrom(of)].some((each) => !visited.has(each));
    const named = Object.entries(schema.properties ?? {}).flatMap(([field, of]) =>
      field in value || !isNews(of) ? [] : instancesOf(of).map((instance) => ({ field, of, instance })),
    );
    const unnamed = schema.additionalProperties as Schema;
    const others = (isObject(unnamed) && isNews(unnamed) ? (instances.get(schema) ?? []) : []).flatMap(
      (instance) =>
        Object.entries(instance as object)
          .filter(([field]) => !(field in value))
          .map(([field, part]) => ({ field, of: unnamed, instance: part as unknown })),
    );
    for (const { field, of, instance } of [...named, ...others]) {
      if ([...sitesOf(of, instance)].every((site) => visited.has(site.schema))) continue;
      const filled = withPart(whole, [...path, field], instance);
      if (check(root, filled).length === 0) yield filled;
    }
  }
}

interface Survey {
  place: Place;
  visited: Set<Schema>;
  fired: Set<string>;
  accepted: string[];
}

/** Breaks every rule at every part of the examples of a place, optional fields that they lack added. */
function survey(place: Place): Survey {
  const visited = new Set<Schema>();
  const fired = new Set<string>();
  const accepted: string[] = [];
  const examples = Object.values(place.examples);
  const wholes = examples.length > 0 ? examples : instancesOf(place.schema).slice(0, 1);
  // The list grows while it is read: each value may lead to others with one field more.
  for (const whole of wholes) {
    for (const { schema, path, value } of sitesOf(place.schema, whole)) {
      if (visited.has(schema)) continue;
      visited.add(schema);
      for (const { keyword, value: bad } of broken(schema, value)) {
        const rule = `${pointerOf(schema)}/${keyword}`;
        const refused = check(place.schema, withPart(whole, path, bad)).some(
          (finding) => finding.rule === rule,
        );
        if (refused) fired.add(rule);
        else accepted.push(`/${path.join('/')}: ${shown(bad)}, against ${rule}`);
      }
    }
    for (const filled of withMissingFields(whole, place.schema, visited)) wholes.push(filled);
  }
  return { place, visited, fired, accepted };
}

const surveys = distinctPlaces.map(survey);

describe('every place of the contract', () => {
  it.each(surveys)('refuses whatever breaks a rule: $place.name', ({ accepted }) => {
    expect(accepted).toEqual([]);
  });

  it.each(surveys)('shows or tries every field that it has: $place.name', ({ place, visited }) => {
    const unseen = [...reachableFrom(place.schema)].filter((schema) => !visited.has(schema)).map(pointerOf);
    expect(unseen).toEqual([]);
  });
});

describe('the contract', () => {
  const fired = new Set([...known.keys(), ...surveys.flatMap((each) => [...each.fired])]);

  it('has no rule without a value that breaks it', () => {
    const all = schemas.flatMap((placed) => rulesOf(placed).map((keyword) => `${placed.pointer}/${keyword}`));
    expect(all.filter((rule) => !fired.has(rule))).toEqual([]);
    expect(all.length).toBeGreaterThan(0);
  });

  it('has no nullable value that is never null, or never anything else', () => {
    const nullable = schemas.filter(
      ({ schema }) => [schema.type ?? []].flat().includes('null') && schema.type !== 'null',
    );
    const nulls = nullable.map(({ pointer, schema }) => {
      const values = instances.get(schema) ?? [];
      return { pointer, null: values.includes(null), other: values.some((value) => value !== null) };
    });
    expect(nulls.filter((each) => !each.null || !each.other)).toEqual([]);
    expect(nulls.length).toBeGreaterThan(0);
  });
});
