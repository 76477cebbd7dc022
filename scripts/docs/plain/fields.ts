// Flattens a schema into rows, one for each field with its whole path, for tables that read without scripts.

import { type ContractDocument, resolve, type Schema } from '../../../foundation/reader/document.ts';
import { escaped } from '../../../foundation/reader/pointers.ts';

/** A part of a schema and the JSON pointer to it. */
export interface Part {
  pointer: string;
  schema: Schema;
}

/** One field of a body. */
export interface Field {
  /** Path from the body, such as `data.transaction.authority` or `events[]`. */
  path: string;
  required: boolean;
  schema: Schema;
  /** The JSON pointer to the field itself. */
  pointer: string;
  /** The JSON pointer to what requires it; an entry of `required` is named by its value. */
  requiredAt: string | undefined;
  /** What its schema is made of; what stands first wins. */
  parts: Part[];
}

/** What a schema is made of, references followed: what stands at the place itself wins over what it refers to. */
export function partsOf(document: ContractDocument, { pointer, schema }: Part): Part[] {
  const { $ref, allOf, ...own } = schema;
  return [
    { pointer, schema: own },
    ...($ref ? partsOf(document, { pointer: $ref, schema: resolve<Schema>(document, { $ref }) }) : []),
    ...(allOf ?? []).flatMap((part, index) =>
      partsOf(document, { pointer: `${pointer}/allOf/${index}`, schema: part }),
    ),
  ];
}

const joined = (parts: readonly Part[]): Schema =>
  Object.assign({}, ...parts.map(({ schema }) => schema).reverse()) as Schema;

/** A schema with its references followed. */
export const whole = (document: ContractDocument, schema: Schema): Schema =>
  joined(partsOf(document, { pointer: '', schema }));

/** The kind of a value, such as `integer`, `string or null`, `array of string`. */
export function typeOf(document: ContractDocument, schema: Schema): string {
  const { type, items, properties, oneOf } = whole(document, schema);
  if (Array.isArray(type)) return type.join(' | ');
  if (type === 'array' && items) return `${typeOf(document, items)}[]`;
  if (type) return type;
  if (oneOf) return [...new Set(oneOf.map((option) => typeOf(document, option)))].join(' | ');
  return properties ? 'object' : '';
}

/** Every field of a body, parents before their children. */
export function fieldsOf(document: ContractDocument, schema: Schema, pointer = ''): Field[] {
  return fieldsOfParts(document, partsOf(document, { pointer, schema }), '');
}

function fieldsOfParts(document: ContractDocument, parts: readonly Part[], prefix: string): Field[] {
  const list = parts.find(({ schema }) => schema.items);
  if (list?.schema.items) {
    const items = partsOf(document, { pointer: `${list.pointer}/items`, schema: list.schema.items });
    return fieldsOfParts(document, items, `${prefix}[]`);
  }
  const names = new Set(parts.flatMap(({ schema }) => Object.keys(schema.properties ?? {})));
  return [...names].flatMap((name) => {
    const places = parts.flatMap((part) => {
      const property = part.schema.properties?.[name];
      return property ? [{ pointer: `${part.pointer}/properties/${escaped(name)}`, schema: property }] : [];
    });
    const own = places.flatMap((place) => partsOf(document, place));
    const requiring = parts.find(({ schema }) => schema.required?.includes(name));
    const field = {
      path: prefix ? `${prefix}.${name}` : name,
      required: requiring !== undefined,
      schema: joined(own),
      pointer: (places[0] as Part).pointer,
      requiredAt: requiring && `${requiring.pointer}/required/${escaped(name)}`,
      parts: own,
    };
    return [field, ...fieldsOfParts(document, own, field.path)];
  });
}
