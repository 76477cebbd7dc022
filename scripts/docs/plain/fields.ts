// Flattens a schema into rows, one for each field with its whole path, for tables that read without scripts.
import { type ContractDocument, resolve, type Schema } from '../../generate/document.ts';

/** One field of a body. */
export interface Field {
  /** Path from the body, such as `data.transaction.authority` or `events[]`. */
  path: string;
  required: boolean;
  schema: Schema;
}

/** A schema with its references followed; what stands beside a `$ref` wins over what it points to. */
export function whole(document: ContractDocument, schema: Schema): Schema {
  const { $ref, ...own } = schema;
  const target = $ref ? { ...whole(document, resolve<Schema>(document, { $ref })), ...own } : own;
  const { allOf, ...base } = target;
  return (allOf ?? []).map((part) => whole(document, part)).reduce(merge, base);
}

/** Both schemas at once; a field that both describe is merged in its turn. */
function merge(first: Schema, second: Schema): Schema {
  return Object.assign({}, second, first, {
    properties: mergeProperties(first.properties, second.properties),
    required: [...new Set([...(first.required ?? []), ...(second.required ?? [])])],
  });
}

function mergeProperties(first: Schema['properties'] = {}, second: Schema['properties'] = {}) {
  const merged = { ...first };
  for (const [name, schema] of Object.entries(second)) {
    merged[name] = merged[name] ? { allOf: [merged[name], schema] } : schema;
  }
  return merged;
}

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
export function fieldsOf(document: ContractDocument, schema: Schema, prefix = ''): Field[] {
  const { properties = {}, required = [], items } = whole(document, schema);
  if (items) return fieldsOf(document, items, `${prefix}[]`);
  return Object.entries(properties).flatMap(([name, property]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    const field = { path, required: required.includes(name), schema: whole(document, property) };
    return [field, ...fieldsOf(document, property, path)];
  });
}
