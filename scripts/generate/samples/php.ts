// Writes a request as a PHP script around the curl extension.
import { literal, type Notation } from './literal.ts';
import { lines, type Printer, secretVariable, tokenVariable } from './printer.ts';
import type { SignedPart } from './requests.ts';

const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal: single-quoted where that can say it, double-quoted for control characters. */
function quote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (!/[\x00-\x1f]/.test(text)) return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
  const escaped = text
    .replaceAll(/[\\"$]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
    .replaceAll(/[\x00-\x1f]/g, (c) => escapes[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `"${escaped}"`;
}

const notation: Notation = {
  string: quote,
  number: String,
  boolean: String,
  null: 'null',
  list: ['[', ']'],
  object: ['[', ']'],
  emptyObject: 'new stdClass()',
  entries: (entries) => entries.map(([key, value]) => `${quote(key)} => ${value}`),
  indent: '    ',
  trailingComma: true,
};

function message(parts: SignedPart[]): string {
  return parts.map((part) => ('text' in part ? quote(part.text) : `$${part.variable}`)).join(' . ');
}

export const php: Printer = {
  lang: 'PHP',
  label: 'PHP',
  extension: 'php',
  print: ({ method, url, token, headers, body }, signing) => {
    const fields = [
      token && `'Authorization: Bearer ' . getenv('${tokenVariable}')`,
      body !== undefined && "'Content-Type: application/json'",
      // Without a body curl names no length, and some servers refuse a POST that names none.
      body === undefined && method === 'POST' && "'Content-Length: 0'",
      ...headers.map(([name, value]) => quote(`${name}: ${value}`)),
      signing && `'${signing.timestampHeader}: ' . $timestamp`,
      signing && `'${signing.signatureHeader}: ' . $signature`,
    ].filter((field) => typeof field === 'string');
    return lines(
      '<?php',
      '',
      body !== undefined && [
        `$data = ${literal(body, notation)};`,
        '$body = json_encode($data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);',
        '',
      ],
      signing && [
        '$timestamp = (string) time();',
        `$message = ${message(signing.parts)};`,
        `$signature = hash_hmac('sha256', $message, getenv('${secretVariable}'));`,
        '',
      ],
      `$request = curl_init(${quote(url)});`,
      'curl_setopt_array($request, [',
      `    CURLOPT_CUSTOMREQUEST => '${method}',`,
      '    CURLOPT_RETURNTRANSFER => true,',
      fields.length > 0 && [
        '    CURLOPT_HTTPHEADER => [',
        ...fields.map((field) => `        ${field},`),
        '    ],',
      ],
      body !== undefined && '    CURLOPT_POSTFIELDS => $body,',
      ']);',
      '$answer = curl_exec($request);',
      'if ($answer === false) {',
      '    throw new RuntimeException(curl_error($request));',
      '}',
      'echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), PHP_EOL, $answer, PHP_EOL;',
    );
  },
};
