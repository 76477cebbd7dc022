// Names the numbers of open lists: a generator that makes constants of them can make no name of -21 by itself.
import type { ContractDocument, Schema } from '../../../foundation/reader/document.ts';
import { catalogueExtension } from './one-envelope.ts';
import { knownValues } from './open-lists.ts';
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';

/** The extension that generators take the names from, in the order of the values. */
export const namesExtension = 'x-enum-varnames';

/** `AlreadyVerified` as a constant is written: `ALREADY_VERIFIED`. */
export const screaming = (name: string) =>
  name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+/g, '_').toUpperCase();

type Numbers = [name: string, value: unknown][];

const errorNames = (document: ContractDocument): Numbers =>
  Object.entries((document[catalogueExtension] ?? {}) as Record<string, { code: number }>).map(
    ([name, { code }]) => [name.replace(/^Error/, ''), code],
  );

/** The states of a payment in which the payer comes back with a code. */
const stateNames = (document: ContractDocument): Numbers => {
  const { states = {} } = (document['x-payment-lifecycle'] ?? {}) as {
    states?: Record<string, { callback?: number }>;
  };
  return Object.entries(states).map(([name, { callback }]) => [name, callback]);
};

/** What the numbers of a list can be called; a code with several faces has all of their names. */
function namesOf(document: ContractDocument, { node, pointer }: { node: Schema; pointer: string }): Numbers {
  if (pointer.endsWith('/ErrorCode')) return errorNames(document);
  if (node['x-callback-messages']) return stateNames(document);
  const component = pointer.split('/').at(-1) as string;
  return ((node[knownValues] ?? []) as unknown[]).map((value) => [component, value]);
}

export const nameCodes = onCopy((document) => {
  for (const placed of schemasOf(document, 'received')) {
    const values = placed.node[knownValues] as unknown[] | undefined;
    if (!values?.some((value) => typeof value === 'number')) continue;
    const names = namesOf(document, placed);
    placed.node[namesExtension] = values.map((value) => {
      const found = names.filter(([, other]) => other === value).map(([name]) => screaming(name));
      if (found.length === 0) throw new Error(`${placed.pointer}: nothing names ${value}.`);
      return found.join('_OR_');
    });
  }
});
