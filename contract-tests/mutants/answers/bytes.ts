// Servers whose JSON says the right thing in the wrong bytes.
import type { ReceivedAnswer } from '../../src/judge/exchange.ts';
import type { AnswerMutant } from '../mutant.ts';
import { type Change, type Changes, withHeaders } from './change.ts';
import type { Fault } from './mutating.ts';

const isJson = ({ headers }: ReceivedAnswer) => /^application\/json/.test(headers['content-type'] ?? '');

/** Applies a change to every answer in JSON. */
const everywhere = (change: Change): Fault => ({
  answer: (answer, request) => (isJson(answer) && answer.body.length > 0 ? change(answer, request) : answer),
});

/** One mistake each. */
export function byteMutants({ withText, signed }: Changes): AnswerMutant[] {
  const text = (change: (text: string) => string) => everywhere(withText(change));
  const type = (value: string) =>
    everywhere(
      withHeaders((all) => {
        all['content-type'] = value;
      }),
    );
  return [
    {
      id: 'amounts-with-decimals',
      summary: 'Amounts are written with a decimal: 100000.0.',
      server: text((all) => all.replaceAll(/"amount":([0-9]+)(?=[,}])/g, '"amount":$1.0')),
    },
    {
      id: 'amounts-with-exponents',
      summary: 'Amounts are written with an exponent: 1.0E5.',
      server: text((all) =>
        all.replaceAll(
          /"amount":([0-9]+)(?=[,}])/g,
          (_, amount: string) => `"amount":${Number(amount).toExponential()}`,
        ),
      ),
    },
    {
      id: 'codes-with-decimals',
      summary: 'status_code is written with a decimal: 100.0.',
      server: text((all) => all.replaceAll(/"status_code":(-?[0-9]+)(?=[,}])/g, '"status_code":$1.0')),
    },
    {
      id: 'amounts-twice',
      summary: 'The amount stands twice in one object, first as it was before.',
      server: text((all) => all.replaceAll(/"amount":([0-9]+)(?=[,}])/g, '"amount":0,"amount":$1')),
    },
    {
      id: 'success-twice',
      summary: 'success stands twice, first as false.',
      server: text((all) => all.replace('{"success":true,', '{"success":false,"success":true,')),
    },
    {
      id: 'authorities-twice',
      summary: 'The authority stands twice in one object.',
      server: text((all) => all.replaceAll(/"authority":("[^"]*")/g, '"authority":"","authority":$1')),
    },
    {
      id: 'charset-of-windows',
      summary: 'The content type says windows-1256, and the bytes are UTF-8.',
      server: type('application/json; charset=windows-1256'),
    },
    {
      id: 'charset-of-latin-letters',
      summary: 'The content type says ISO-8859-1, and the bytes are UTF-8.',
      server: type('application/json; charset=ISO-8859-1'),
    },
    {
      id: 'bytes-of-sixteen-bits',
      summary: 'The body is UTF-16, and the content type says so.',
      server: everywhere((answer) =>
        signed(
          {
            ...answer,
            body: Buffer.from(Buffer.from(answer.body).toString('utf8'), 'utf16le'),
            headers: { ...answer.headers, 'content-type': 'application/json; charset=utf-16le' },
          },
          answer,
        ),
      ),
    },
    {
      id: 'bytes-encoded-twice',
      summary: 'Texts are encoded twice, so that each Persian letter is two of Latin.',
      server: text((all) => Buffer.from(all, 'utf8').toString('latin1')),
    },
    {
      id: 'byte-order-mark',
      summary: 'The body begins with a byte order mark.',
      server: text((all) => `\ufeff${all}`),
    },
    {
      id: 'two-values-in-one-body',
      summary: 'A second JSON value follows the first.',
      server: text((all) => `${all}${all}`),
    },
    {
      id: 'guard-before-the-json',
      summary: 'The body begins with what shall keep browsers from running it.',
      server: text((all) => `)]}',\n${all}`),
    },
    {
      id: 'quotes-of-python',
      summary: 'The body is a dictionary as Python prints it.',
      server: text((all) => all.replaceAll('"', "'")),
    },
    {
      id: 'numbers-that-are-none',
      summary: 'processing_time_ms is NaN.',
      server: text((all) => all.replaceAll(/"processing_time_ms":[0-9]+/g, '"processing_time_ms":NaN')),
    },
    {
      id: 'comma-after-the-last',
      summary: 'A comma follows the last member.',
      server: text((all) => all.replace(/}$/, ',}')),
    },
    {
      id: 'digits-of-persian',
      summary: 'Times are written in Persian digits.',
      server: text((all) =>
        all.replaceAll(
          /"timestamp":"([^"]*)"/g,
          (_, time: string) =>
            `"timestamp":"${time.replaceAll(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '')}"`,
        ),
      ),
    },
    {
      id: 'texts-escaped-for-pages',
      summary: 'Texts are escaped for HTML.',
      server: text((all) => all.replaceAll('\u200c', '&zwnj;').replaceAll('ی', '&#1740;')),
    },
    {
      id: 'letters-of-arabic',
      summary: 'Messages have the Arabic letters for ye and kaf.',
      server: text((all) => all.replaceAll('ی', 'ي').replaceAll('ک', 'ك')),
    },
  ].map((mutant) => ({ kind: 'bytes', ...mutant }) as const);
}
