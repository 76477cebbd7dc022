// Gives the package of C# names for the values of open lists: the types stay open, and nobody types a value by hand.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import { pascal } from '../publish/name-objects.ts';
import { knownValues } from '../publish/open-lists.ts';

/** The open lists of texts, a static class each; the codes of errors are among the facts of the package. */
export function knownValuesInCsharp(document: ContractDocument): string[] {
  const { schemas } = document.components;
  return Object.entries(schemas).flatMap(([name, schema]) => {
    // What is also sent has a closed list of its own, with the same names.
    const isClosed = schemas[name.replace(/^Received/, '')]?.enum;
    if (!schema[knownValues] || schema.type !== 'string' || isClosed) return [];
    const constants = (schema[knownValues] as string[]).map(
      (value) => `        public const string ${pascal(value)} = ${JSON.stringify(value)};`,
    );
    const summary = String(schema.description).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return [
      `    /// <summary>${summary}</summary>\n    public static class ${name}\n    {\n${constants.join('\n')}\n    }`,
    ];
  });
}
