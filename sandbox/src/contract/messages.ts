// Says in Persian what is wrong with a field, in the words of the contract.
import type { ErrorObject } from 'ajv/dist/2020.js';
import { money, validationMessages } from '../../../generated/facts.ts';
import type { FaultyFields } from './errors.ts';

type MessageName = keyof typeof validationMessages;

/** @returns the message with its blanks filled in: {field}, {limit}, {other}. */
export function message(name: MessageName, blanks: Record<string, string | number> = {}): string {
  return validationMessages[name].replaceAll(/\{(\w+)\}/g, (blank, key: string) =>
    String(blanks[key] ?? blank),
  );
}

const isMessageName = (name: string): name is MessageName => name in validationMessages;

/** `/data/items/0` as `data.items.0`, as errors name a field (docs/decisions/0025). */
function dotted(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The message of one finding of the validator, and the field it belongs to. */
function describe(error: ErrorObject, root: string): [field: string, text: string] {
  const parent = dotted(error.instancePath);
  const child = (error.params.missingProperty ?? error.params.additionalProperty) as string | undefined;
  const field = child === undefined ? parent || root : parent ? `${parent}.${child}` : child;
  const limit = error.params.limit as number | undefined;
  const rial = (error.parentSchema as { 'x-unit'?: string } | undefined)?.['x-unit'] === money.unit;
  const inRials = `${error.keyword}_${money.unit}`;
  const name =
    rial && isMessageName(inRials) ? inRials : isMessageName(error.keyword) ? error.keyword : 'type';
  return [field, message(name, { field, ...(limit === undefined ? {} : { limit }) })];
}

/**
 * Collects what a validator found, by field.
 * @param root the name to use for the whole value, the body or a parameter.
 */
export function faultyFields(found: ErrorObject[], root: string): FaultyFields {
  // Without a prototype, so that a field called __proto__ is a field like any other.
  const fields = Object.create(null) as FaultyFields;
  for (const error of found) {
    // The format of a number (int64) says nothing that its type or its limits do not say better.
    if (error.keyword === 'format' && typeof error.data !== 'string') continue;
    const [field, text] = describe(error, root);
    fields[field] ??= [];
    const texts = fields[field];
    if (!texts.includes(text)) texts.push(text);
  }
  return fields;
}
