// What every printer of samples has in common: its shape, and the names of the variables that hold the credentials.
import type { SampleRequest, SampleSigning } from './requests.ts';

/** Environment variable from which a sample takes the token, so that no token stands in anybody's code. */
export const tokenVariable = 'IRANDARGAH_TOKEN';
/** Environment variable from which a signing sample takes the secret key of the terminal. */
export const secretVariable = 'IRANDARGAH_SECRET_KEY';

/** Writes a request as a complete program in one language. */
export interface Printer {
  /** How the language is called in `x-codeSamples.lang`, which decides the highlighting. */
  lang: string;
  /** How readers call it. */
  label: string;
  /** Extension of the files, without a dot. */
  extension: string;
  /**
   * @param request what to send.
   * @param signing how to sign it; undefined for an unsigned sample.
   * @returns the text of the program, with a newline at its end.
   */
  print: (request: SampleRequest, signing: SampleSigning | undefined) => string;
}

/** Indents every line but the first, for a block that continues a line. */
export function hang(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}

/** Joins lines into a file, leaving out those that do not apply. */
export function lines(...parts: (string | false | undefined | string[])[]): string {
  return `${parts
    .flat()
    .filter((part) => typeof part === 'string')
    .join('\n')}\n`;
}
