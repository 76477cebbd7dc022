// The dialects are sound: each changes something that is there, keeps what shops send closed, and leaves a valid contract.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Dialect, type Dialects, expanded } from '../foundation/dialects/catalogue.ts';
import { speaking } from '../foundation/dialects/speaking.ts';
import { type ContractDocument, operationsOf } from '../foundation/reader/document.ts';
import { operationFacts, statusCodeFacts } from '../foundation/reader/facts.ts';
import { root } from '../foundation/reader/paths.ts';
import { decisionNumbers, dialectSources, readDialects } from '../scripts/generate/dialects.ts';

const contract = JSON.parse(readFileSync(join(root, 'generated/strict.en.json'), 'utf8')) as ContractDocument;
const namable = { contract, decisions: decisionNumbers() };
const { dialects, findings } = readDialects(dialectSources(), namable);
const names = Object.keys(dialects);

/** Every schema of a document compiles; a reference that leads nowhere or a keyword that is misspelt does not. */
function compileAll(document: ContractDocument): void {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'contract');
  for (const name of Object.keys(document.components.schemas)) {
    ajv.compile({ $ref: `contract#/components/schemas/${name}` });
  }
}

describe('the dialects of this contract', () => {
  it('have no fault', () => {
    expect(findings).toEqual([]);
    expect(names.length).toBeGreaterThan(20);
  });

  it.each(names)('%s leaves a contract whose schemas and facts can be read', (name) => {
    const { document, unmatched } = speaking(contract, [name], dialects);
    expect(unmatched).toEqual([]);
    compileAll(document);
    for (const placed of operationsOf(document)) operationFacts(document, placed);
    const { errors } = statusCodeFacts({ en: document, fa: document });
    expect(Object.keys(errors)).toEqual(Object.keys(statusCodeFacts({ en: contract, fa: contract }).errors));
  });

  it.each(names)('%s takes no field of a request that the contract does not have', (name) => {
    const { document } = speaking(contract, [name], dialects);
    const fieldsOf = (of: ContractDocument) =>
      operationsOf(of).flatMap(({ operation }) => {
        const schema = operation.requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);
        if (schema === undefined) return [];
        const { properties = {}, additionalProperties } = of.components.schemas[schema] ?? {};
        return [[schema, Object.keys(properties), additionalProperties]];
      });
    expect(fieldsOf(document)).toEqual(fieldsOf(contract));
  });

  it('can be spoken together, in either order of any two', () => {
    for (const one of names) {
      for (const other of names) {
        if (one === other) continue;
        const { document } = speaking(contract, [one, other], dialects);
        for (const placed of operationsOf(document)) operationFacts(document, placed);
      }
    }
  });

  it('come after those that they are made of, and once', () => {
    const spoken = expanded(['literal', 'key-optional'], dialects).map(({ info }) => info.title);
    expect(spoken).toEqual(['key-optional', 'unpaid-as-validation', 'literal']);
  });

  it('are refused by a sentence with all their names when there is no such dialect', () => {
    for (const name of ['klingon', '__proto__', 'constructor', '']) {
      expect(() => expanded([name], dialects)).toThrow(`There is no dialect "${name}". There are already-`);
    }
  });
});

const sound: Dialect = {
  overlay: '1.0.0',
  info: { title: 'one', version: contract.info.version },
  'x-dialect': {
    decisions: [36],
    summary: { en: 'It has no `verified_at`.', fa: 'فیلد `verified_at` ندارد.' },
    sends: [
      { to: 'answer', operations: ['getVerification'], at: '$.data.verification.verified_at', as: 'absent' },
    ],
  },
  actions: [
    { target: "$.components.schemas.VerificationState['required'][?@=='verified_at']", remove: true },
  ],
};

/** What is said of a dialect that is like the sound one but for some of its parts. */
function faultsOf(change: (dialect: Dialect) => void, others: Record<string, Dialect> = {}): string[] {
  const changed = structuredClone(sound);
  change(changed);
  const files: Dialects = { one: changed, ...others };
  return readDialects(
    Object.entries(files).map(([name, dialect]) => ({
      file: `openapi/dialects/${name}.yaml`,
      text: stringify(dialect),
    })),
    namable,
  ).findings;
}

describe('a dialect file is refused', () => {
  it('not when it is sound', () => {
    expect(faultsOf(() => {})).toEqual([]);
  });

  const about = (dialect: Dialect) => dialect['x-dialect'];
  const [sending] = sound['x-dialect'].sends ?? [];
  if (!sending) throw new Error('The sound dialect sends something.');
  it.each<[string, (dialect: Dialect) => void, RegExp]>([
    [
      'whose target selects nothing',
      (d) => d.actions.push({ target: '$.nowhere', remove: true }),
      /\$\.nowhere selects nothing/,
    ],
    [
      'whose second action finds nothing left',
      (d) => d.actions.push(...sound.actions),
      /verified_at'\] selects nothing/,
    ],
    ['whose target is not JSONPath', (d) => d.actions.push({ target: '$.[', remove: true }), /one\.yaml: .+/],
    [
      'that merges into a plain value',
      (d) => d.actions.push({ target: '$.info.title', update: {} }),
      /nothing can be merged/,
    ],
    [
      'that makes a reference point nowhere',
      (d) => d.actions.push({ target: '$.components.schemas.Authority', remove: true }),
      /schemas\/Authority points nowhere/,
    ],
    ['that neither updates nor removes', (d) => d.actions.push({ target: '$.info' }), /exactly one schema/],
    ['without an action', (d) => d.actions.splice(0), /fewer than 1 items/],
    ['without a decision', (d) => about(d).decisions.splice(0), /decisions must NOT have fewer/],
    [
      'with a decision that nobody took',
      (d) => about(d).decisions.push(4711),
      /no such thing as decision 4711/,
    ],
    ['without its Persian', (d) => delete (about(d).summary as { fa?: string }).fa, /'fa'/],
    ['whose Persian is English', (d) => (about(d).summary.fa = 'It has no `verified_at`.'), /not Persian/],
    [
      'whose Persian has lost its code',
      (d) => (about(d).summary.fa = 'آن فیلد را ندارد.'),
      /lost `verified_at`/,
    ],
    ['that is called otherwise than its file', (d) => (d.info.title = 'two'), /info\.title is two, not one/],
    ['of another version', (d) => (d.info.version = '1.0.0'), /info\.version/],
    [
      'that is made of one that there is not',
      (d) => (about(d).includes = ['klingon']),
      /the dialect klingon/,
    ],
    ['that is made of itself', (d) => (about(d).includes = ['one']), /includes itself/],
    [
      'with an unknown field',
      (d) => Object.assign(d, { extends: 'openapi.yaml' }),
      /additional properties \(extends\)/,
    ],
    [
      'that sends what nothing has',
      (d) => about(d).sends?.push({ ...sending, at: '$.data.colour' }),
      /\$\.data\.colour that it could change/,
    ],
    [
      'that sends otherwise what is never sent so',
      (d) => about(d).sends?.push({ ...sending, where: 7 }),
      /that it could change/,
    ],
    [
      'that sends by an operation that there is not',
      (d) => about(d).sends?.push({ ...sending, operations: ['getMoney' as never] }),
      /operations getMoney/,
    ],
    [
      'that becomes an error that there is not',
      (d) => about(d).sends?.push({ ...sending, as: { error: 'ErrorMine' as never } }),
      /errors ErrorMine/,
    ],
    [
      'that narrows a callback down to operations',
      (d) => about(d).sends?.push({ ...sending, to: 'callback' }),
      /must NOT be valid/,
    ],
    [
      'that changes a value into something unheard of',
      (d) => about(d).sends?.push({ ...sending, as: 'gone' as never }),
      /sends\/1\/as/,
    ],
  ])('%s', (_, change, says) => {
    expect(faultsOf(change).join('\n')).toMatch(says);
  });

  it('that is, by way of another, made of itself', () => {
    const other = structuredClone(sound);
    other.info.title = 'two';
    other['x-dialect'].includes = ['one'];
    expect(faultsOf((dialect) => (about(dialect).includes = ['two']), { two: other }).join('\n')).toMatch(
      /one\.yaml: it includes itself\.\n.*two\.yaml: it includes itself/,
    );
  });

  it('that is not YAML', () => {
    const { findings: found } = readDialects([{ file: 'openapi/dialects/x.yaml', text: 'a: [' }], namable);
    expect(found.join('\n')).toMatch(/^openapi\/dialects\/x\.yaml: is not YAML/);
  });
});
