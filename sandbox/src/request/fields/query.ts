// The filters of the query, the only place where numbers arrive as text.

import type { FaultyFields } from '../../contract/errors.ts';
import { faultyFields } from '../../contract/messages.ts';
import type { CompiledParameter } from '../../contract/validators.ts';
import { existsInJalali, jalaliDate } from '../../core/calendar.ts';
import type { Call } from '../../core/call.ts';
import { add, fault } from './faults.ts';

type Query = Call['query'];

/** Text to what the schema wants. */
function readParameter({ numeric }: CompiledParameter, text: string): unknown {
  return numeric && /^-?[0-9]{1,15}$/.test(text) ? Number(text) : text;
}

/** The rules of Jalali dates that a pattern cannot say: existing, not in the future, not before another. */
function examineDate(query: Query, now: number, parameter: CompiledParameter, faults: FaultyFields): void {
  const { name, schemaName, 'x-date-rule': rule } = parameter;
  const value = query[name];
  if (typeof value !== 'string' || faults[name]) return;
  if (schemaName === 'JalaliDate' && !existsInJalali(value)) {
    add(faults, fault(name, 'format'));
    return;
  }
  if (!rule) return;
  const today = jalaliDate(now);
  if (rule.not_future && value > today.slice(0, value.length)) add(faults, fault(name, 'not_future'));
  const other = rule.not_before === undefined ? undefined : query[rule.not_before];
  if (typeof other === 'string' && value < other) {
    add(faults, fault(name, 'not_before', { other: rule.not_before as string }));
  }
}

/**
 * @param faults gets those of the query.
 * @returns the filters by name, with the defaults of those that were not sent.
 */
export function readQuery(
  { operation, contract, url, now }: Pick<Call, 'operation' | 'contract' | 'url' | 'now'>,
  faults: FaultyFields,
): Query {
  const query: Query = {};
  const known = contract.validators[operation].query;
  // Operations without filters have never promised to refuse a stray parameter.
  if (known.length === 0) return query;
  const start = url.indexOf('?');
  const sent = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  for (const name of new Set(sent.keys())) {
    // A misspelt filter would otherwise return everything (docs/decisions/0060).
    if (!known.some((parameter) => parameter.name === name)) add(faults, fault(name, 'additionalProperties'));
  }
  for (const parameter of known) {
    const { name, validate } = parameter;
    const values = sent.getAll(name);
    if (values.length === 0) {
      query[name] = parameter.default as number | undefined;
      continue;
    }
    if (values.length > 1 || values[0] === '') {
      add(faults, fault(name, 'format'));
      continue;
    }
    const value = readParameter(parameter, values[0] as string);
    if (validate(value)) query[name] = value as string | number;
    else add(faults, faultyFields(validate.errors ?? [], name));
  }
  for (const parameter of known) examineDate(query, now, parameter, faults);
  return query;
}
