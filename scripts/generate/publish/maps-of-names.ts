// Turns an object whose known fields are of the same type as its unknown ones into a map, which no field can escape.
import { isDeepStrictEqual } from 'node:util';
import { type ContractDocument, resolve, type Schema } from '../../../foundation/reader/document.ts';
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';
import { texts } from './texts.ts';

const typesOf = (document: ContractDocument, node: Schema) =>
  [resolve<Schema>(document, node).type].flat().filter((type) => type !== 'null');

const mayBeNull = (document: ContractDocument, node: Schema) =>
  [resolve<Schema>(document, node).type].flat().includes('null');

/** As a class the unknown fields would be lost or mixed with the known ones; the names of today go into the prose. */
export const mapsOfNames = onCopy((document, language) => {
  for (const { node } of schemasOf(document, 'received')) {
    const { additionalProperties: others, properties } = node;
    if (typeof others !== 'object' || !properties) continue;
    const expected = typesOf(document, others as Schema);
    const fields = Object.values(properties);
    if (!fields.every((field) => isDeepStrictEqual(typesOf(document, field), expected))) continue;
    // What may be null in one field may be null in all.
    node.additionalProperties = fields.find((field) => mayBeNull(document, field)) ?? others;
    const sentence = texts[language].known(Object.keys(properties).map((name) => `\`${name}\``));
    node.description = [node.description, sentence].filter(Boolean).join(' ');
    delete node.properties;
    delete node.required;
  }
});
