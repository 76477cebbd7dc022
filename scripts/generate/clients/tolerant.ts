// Replaces the readers of the generated clients, which fail on an odd answer, by readers of ours, which never do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceAfter, replaceFrom, replaceOnce } from './splice.ts';

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

function tolerantGo(text: string): string {
  const importing = replaceOnce(text, '\t"net/url"\n', '\t"net/url"\n\t"reflect"\n');
  return replaceFrom(
    importing,
    '// decodeJSON decodes a response body',
    '\n}\n',
    `${runtime('decode.go')}\n`,
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

/** The generated text of each client with tolerant readers in it. */
export const tolerant: Record<string, (text: string) => string> = {
  python: tolerantPython,
  go: tolerantGo,
  java: tolerantJava,
};
