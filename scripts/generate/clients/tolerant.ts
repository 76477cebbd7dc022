// Replaces the readers of the generated clients, which fail on an odd answer, by readers of ours, which never do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContractDocument, resolve, type Schema } from '../../../foundation/reader/document.ts';
import { schemasOf } from '../publish/places.ts';
import { replaceAfter, replaceFrom, replaceOnce } from './splice.ts';

const runtime = (file: string) => readFileSync(join(import.meta.dirname, 'runtime', file), 'utf8').trimEnd();

function tolerantGo(text: string): string {
  const importing = replaceOnce(text, '\t"net/url"\n', '\t"net/url"\n\t"reflect"\n');
  return replaceFrom(
    importing,
    '// decodeJSON decodes a response body',
    '\n}\n',
    `${runtime('decode.go')}\n`,
  );
}

const phpTypes: Record<string, string> = {
  string: 'string',
  integer: 'int',
  number: 'float',
  boolean: 'bool',
};

/** The type of a field as `fit` in PHP knows it. */
function phpType(document: ContractDocument, field: Schema): string {
  const types = [resolve<Schema>(document, field).type ?? []].flat().filter((type) => type !== 'null');
  return phpTypes[types[0] ?? ''] ?? 'array';
}

/** Every class of an answer has its fields prepared before its constructor, which demands exact types, sees them. */
function tolerantPhp(text: string, document: ContractDocument): string {
  const decoding = replaceFrom(
    text,
    '/** Decoded JSON body (assoc arrays), or null for empty bodies. */\n',
    '\n}\n',
    `${runtime('decode.php')}\n`,
  );
  const answering = replaceAfter(
    decoding,
    '\nfinal class ApiError extends ',
    '\n    }\n',
    `\n    }\n\n${runtime('answer.php')}\n`,
  );
  const received = new Set(schemasOf(document, 'received').map(({ node }) => node));
  return Object.entries(document.components.schemas)
    .filter(([, schema]) => schema.properties && received.has(schema))
    .reduce((made, [name, { properties = {} }]) => {
      const types = Object.entries(properties).map(
        ([field, node]) => `'${field}' => '${phpType(document, node)}'`,
      );
      return replaceAfter(
        made,
        `\nfinal class ${name}\n`,
        'fromArray(array $data): self\n    {\n',
        `fromArray(mixed $data): self\n    {\n        $data = fit($data, [${types.join(', ')}]);\n`,
      );
    }, answering);
}

/** The generated text of each client with tolerant readers in it; `document` is what it was generated from. */
export const tolerant: Record<string, (text: string, document: ContractDocument) => string> = {
  php: tolerantPhp,
  go: tolerantGo,
};
