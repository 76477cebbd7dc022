// Replaces the readers of the generated clients, which fail on an odd answer, by readers of ours, which never do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContractDocument, resolve, type Schema } from '../../../foundation/reader/document.ts';
import { schemasOf } from '../publish/places.ts';
import { replaceAfter, replaceFrom } from './splice.ts';

const runtime = (file: string) => readFileSync(join(import.meta.dirname, 'runtime', file), 'utf8').trimEnd();

function tolerantPython(text: string): string {
  const afterDecode = '\n\n\ndef encode(';
  const decoding = replaceFrom(
    text,
    'def decode(type_: Any, data: Any) -> Any:\n',
    afterDecode,
    `${runtime('decode.py')}${afterDecode}`,
  );
  const answering = replaceAfter(
    decoding,
    '\nclass ApiError(Exception):\n',
    '        self.body = body\n',
    `        self.body = body\n\n${runtime('answer.py')}\n`,
  );
  return replaceFrom(
    answering,
    'def _safe_json(response: httpx.Response) -> Any:\n',
    '        return None\n',
    `${runtime('safe_json.py')}\n`,
  );
}

function tolerantJava(text: string): string {
  const afterReaders = '    static Boolean asBoolean(';
  const reading = replaceFrom(
    text,
    '    static String asString(Object value) {\n',
    afterReaders,
    `${runtime('Readers.java')}\n\n${afterReaders}`,
  );
  const answering = replaceAfter(
    reading,
    '    public static class ApiException extends RuntimeException {\n',
    '            this.body = body;\n        }\n',
    `            this.body = body;\n        }\n\n${runtime('Answer.java')}\n`,
  );
  return replaceFrom(
    answering,
    '    /** The decoded JSON body, or null for an empty body. */\n',
    '\n    }\n',
    `${runtime('DecodeJson.java')}\n`,
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
  python: tolerantPython,
  java: tolerantJava,
};
