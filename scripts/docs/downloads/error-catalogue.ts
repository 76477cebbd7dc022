// The catalogue of errors as files for programs: JSON, and CSV for spreadsheets.
import { errors } from '../../../generated/facts.ts';
import type { Language } from '../languages.ts';

interface Entry {
  code: number;
  http: number[];
  type: string;
  message: string;
  meaning: string;
  action: string;
}

const entries = (language: Language): Entry[] =>
  Object.values(errors).map(({ code, http, type, message, meaning, action }) => ({
    code,
    http: [...http],
    type,
    message,
    meaning: meaning[language],
    action: action[language],
  }));

/** One entry for each code and face; `message` is the Persian text on the wire. */
export const errorsAsJson = (language: Language) => `${JSON.stringify(entries(language), null, 2)}\n`;

const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/**
 * The same as CSV (RFC 4180). It begins with a byte order mark, without which spreadsheets take Persian for
 * something else. No cell begins with `=` or `@`; a code such as -21 is meant to be a number.
 */
export function errorsAsCsv(language: Language): string {
  const rows = entries(language).map(({ code, http, type, message, meaning, action }) =>
    [String(code), http.join(' '), type, message, meaning, action].map(cell).join(','),
  );
  return `\uFEFF${['code,http,type,message,meaning,action', ...rows].join('\r\n')}\r\n`;
}
