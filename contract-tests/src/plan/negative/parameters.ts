// Breaks each rule of the path parameters, the query and the headers of a request, one at a time.
import type { Basis } from '../../../../foundation/reader/basis.ts';
import type { ContractOperation } from '../../contract/document.ts';
import { type ErrorName, idempotency } from '../../contract/facts.ts';
import { schemaAt } from '../../contract/schemas.ts';
import { jalaliDate } from '../../judge/time.ts';
import { assumed, basisOfRule, weaker } from '../../judge/word.ts';
import type { TestCase } from '../case.ts';
import { type Draft, draftOf } from '../draft.ts';
import { badValues, type Carrier, seedOf } from './values.ts';

type Parameter = ContractOperation['parameters'][number];
type Case = Omit<TestCase, 'id' | 'tokenKnown'>;

interface DateRule {
  not_future?: boolean;
  not_before?: string;
}

/** The field by which an error names a parameter: a header in small letters with underscores. */
function fieldOf({ name, 'x-alias-of': alias }: Parameter['value']): string {
  const shown = typeof alias === 'string' ? alias : name;
  return shown.toLowerCase().replaceAll('-', '_');
}

/** A draft with one parameter set to this text. */
function withParameter(draft: Draft, { name, in: place }: Parameter['value'], text: string): Draft {
  if (place === 'path') return { ...draft, pathParameters: { ...draft.pathParameters, [name]: text } };
  if (place === 'query') return { ...draft, query: [...draft.query, [name, text]] };
  return { ...draft, headers: { ...draft.headers, [name]: text } };
}

/**
 * A page for people has no catalogue of errors: what it documents instead is its 404.
 * @param basis what the rule rests on that is broken; that it is refused is no firmer
 */
function refusal(operation: ContractOperation, field: string, basis: Basis): TestCase['expectation'] {
  const errors: ErrorName[] = ['ErrorValidation'];
  return operation.responses.has(422)
    ? { errors, fields: [field], basis }
    : { status: 404, basis: weaker(basis, assumed(23)) };
}

function schemaCases(
  operation: ContractOperation,
  { value: parameter, pointer }: Parameter,
  seed: number,
): Case[] {
  const draft = draftOf(operation);
  const schemaPointer = schemaAt(`${pointer}/schema`).pointer;
  const carrier = parameter.in as Carrier;
  const alias = operation.parameters.find(({ value }) => value.name === parameter['x-alias-of']);
  const good = parameter.example ?? alias?.value.example ?? 'example';
  const broken = badValues(schemaPointer, good, carrier, seedOf(seed, `${operation.id} ${parameter.name}`));
  return broken.map(({ keyword, value }) => {
    const rule = `${schemaPointer}/${keyword}`;
    return {
      name: `${parameter.in} ${parameter.name} ${keyword}`,
      draft: withParameter(draft, parameter, String(value)),
      expectation: refusal(operation, fieldOf(parameter), basisOfRule(rule)),
      needs: value === '' ? ['empty-headers'] : [],
      rule,
    };
  });
}

function requiredCase(operation: ContractOperation, { value: parameter, pointer }: Parameter): Case[] {
  const byAnyName = 'x-required-by-any-name';
  if (!(parameter.required || parameter[byAnyName]) || parameter.in !== 'header') return [];
  const draft = draftOf(operation);
  const rule = `${pointer}/${parameter[byAnyName] ? byAnyName : 'required'}`;
  return [
    {
      name: `header ${parameter.name} required`,
      draft: { ...draft, headers: { [parameter.name]: null } },
      // The header table calls the key mandatory and ten samples go without it (docs/decisions/0003).
      expectation: refusal(operation, fieldOf(parameter), weaker(basisOfRule(rule), assumed(3, 31))),
      needs: [],
      rule,
    },
  ];
}

function aliasCase(operation: ContractOperation, { value: parameter, pointer }: Parameter): Case[] {
  const alias = parameter['x-alias-of'];
  if (typeof alias !== 'string') return [];
  return [
    {
      name: `header ${parameter.name} differs from ${alias}`,
      draft: { ...draftOf(operation), headers: { [alias]: 'one-key', [parameter.name]: 'another-key' } },
      expectation: refusal(
        operation,
        idempotency.header.toLowerCase().replaceAll('-', '_'),
        weaker(basisOfRule(`${pointer}/x-alias-of`), assumed(3)),
      ),
      needs: ['tokens'],
      rule: `${pointer}/x-alias-of`,
    },
  ];
}

const day = 86_400;

/** Dates of the right form that `x-date-rule` forbids, and days that the calendar does not have. */
function dateCases(
  operation: ContractOperation,
  { value: parameter, pointer }: Parameter,
  now: number,
): Case[] {
  const rule = parameter['x-date-rule'] as DateRule | undefined;
  if (!rule) return [];
  const isMonth = schemaAt(`${pointer}/schema`).pointer.endsWith('JalaliMonth');
  const cut = (date: string) => (isMonth ? date.slice(0, 7) : date);
  const draft = draftOf(operation);
  const dated = (
    name: string,
    query: Draft['query'],
    keyword: string,
    basis = basisOfRule(`${pointer}/${keyword}`),
  ): Case => ({
    name: `query ${parameter.name} ${name}`,
    draft: { ...draft, query },
    expectation: refusal(operation, fieldOf(parameter), basis),
    needs: ['clock'],
    rule: `${pointer}/${keyword}`,
  });
  const cases: Case[] = [];
  if (rule.not_future) {
    cases.push(dated('in the future', [[parameter.name, cut(jalaliDate(now + 40 * day))]], 'x-date-rule'));
  }
  if (rule.not_before) {
    const query: Draft['query'] = [
      [rule.not_before, cut(jalaliDate(now - day))],
      [parameter.name, cut(jalaliDate(now - 2 * day))],
    ];
    cases.push(dated(`before ${rule.not_before}`, query, 'x-date-rule'));
  }
  // 1403 was a leap year and 1402 was not: its Esfand had 29 days.
  if (!isMonth) {
    const query: Draft['query'] = [[parameter.name, '1402-12-30']];
    cases.push(dated('a day that does not exist', query, 'schema', assumed(16)));
  }
  return cases;
}

/** The cases that break the parameters of an operation. @param now the server's clock, in Unix seconds */
export function parameterCases(operation: ContractOperation, seed: number, now: number): Case[] {
  return operation.parameters.flatMap((parameter) => [
    ...requiredCase(operation, parameter),
    ...schemaCases(operation, parameter, seed),
    ...aliasCase(operation, parameter),
    ...dateCases(operation, parameter, now),
  ]);
}
