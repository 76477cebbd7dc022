// Writes a request as a Node.js module around fetch.
import { literal, type Notation } from './literal.ts';
import { lines, type Printer, secretVariable, tokenVariable } from './printer.ts';
import type { SignedPart } from './requests.ts';

/** A string literal in single quotes; the escapes are those of JSON, the quotes apart. */
function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

const isName = (key: string) => /^[A-Za-z_$][\w$]*$/.test(key);

const notation: Notation = {
  string: quote,
  number: String,
  boolean: String,
  null: 'null',
  list: ['[', ']'],
  object: ['{', '}'],
  emptyObject: '{}',
  entries: (entries) => entries.map(([key, value]) => `${isName(key) ? key : quote(key)}: ${value}`),
  indent: '  ',
  trailingComma: true,
};

function message(parts: SignedPart[]): string {
  const texts = parts.map((part) =>
    'text' in part ? part.text.replaceAll(/[\\`$]/g, '\\$&') : `\${${part.variable}}`,
  );
  return `\`${texts.join('')}\``;
}

export const node: Printer = {
  lang: 'JavaScript',
  label: 'Node.js',
  extension: 'mjs',
  print: ({ method, url, token, headers, body }, signing) => {
    const fields = [
      token && `Authorization: \`Bearer \${process.env.${tokenVariable}}\``,
      body !== undefined && "'Content-Type': 'application/json'",
      ...headers.map(([name, value]) => `${quote(name)}: ${quote(value)}`),
      signing && `${quote(signing.timestampHeader)}: timestamp`,
      signing && `${quote(signing.signatureHeader)}: signature`,
    ].filter((field) => typeof field === 'string');
    return lines(
      signing && ["import { createHmac } from 'node:crypto';", ''],
      body !== undefined && `const body = JSON.stringify(${literal(body, notation)});`,
      signing && [
        'const timestamp = String(Math.floor(Date.now() / 1000));',
        `const signature = createHmac('sha256', process.env.${secretVariable})`,
        `  .update(${message(signing.parts)})`,
        "  .digest('hex');",
      ],
      (body !== undefined || signing) && '',
      `const response = await fetch(${quote(url)}, {`,
      `  method: '${method}',`,
      fields.length > 0 && ['  headers: {', ...fields.map((field) => `    ${field},`), '  },'],
      body !== undefined && '  body,',
      '});',
      'console.log(response.status, await response.text());',
    );
  },
};
