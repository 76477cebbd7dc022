// Writes a request as a shell script around curl; a signature comes from openssl.
import { lines, type Printer, secretVariable, tokenVariable } from './printer.ts';
import type { SignedPart } from './requests.ts';

/** A word in single quotes, in which the shell changes nothing. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Text inside double quotes, in which the shell still fills in variables. */
function inQuotes(text: string): string {
  return text.replaceAll(/[\\"$`]/g, '\\$&');
}

function message(parts: SignedPart[]): string {
  const texts = parts.map((part) => ('text' in part ? inQuotes(part.text) : `\${${part.variable}}`));
  return `"${texts.join('')}"`;
}

export const curl: Printer = {
  lang: 'Shell',
  label: 'curl',
  extension: 'sh',
  print: ({ method, url, token, headers, body }, signing) => {
    const options = [
      token && `--header "Authorization: Bearer $${tokenVariable}"`,
      body !== undefined && "--header 'Content-Type: application/json'",
      // Without a body curl names no length, and some servers refuse a POST that names none.
      body === undefined && method === 'POST' && "--header 'Content-Length: 0'",
      ...headers.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
      signing && `--header "${signing.timestampHeader}: $timestamp"`,
      signing && `--header "${signing.signatureHeader}: $signature"`,
      body !== undefined &&
        (signing ? '--data-raw "$body"' : `--data-raw ${quote(JSON.stringify(body, null, 2))}`),
    ].filter((option) => typeof option === 'string');
    return lines(
      signing && [
        ...(body === undefined ? [] : [`body=${quote(JSON.stringify(body))}`]),
        'timestamp=$(date +%s)',
        `signature=$(printf '%s' ${message(signing.parts)} |`,
        `  openssl dgst -sha256 -hmac "$${secretVariable}" -r | cut -d ' ' -f 1)`,
        '',
      ],
      [`curl --request ${method} ${quote(url)}`, ...options].join(' \\\n  '),
    );
  },
};
