// Where the contract's sources and what is generated from them stand.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, as an absolute path. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder of everything generated; committed, never edited by hand. */
export const generatedFolder = join(root, 'generated');

/** The languages of the contract; each is an API of redocly.yaml. */
export const languages = ['en', 'fa'] as const;
export type Language = (typeof languages)[number];

/** The documents of redocly.yaml: the contract by its language, and the control API of the sandbox. */
export type Api = Language | 'control';

/** The first line of every generated file whose format knows comments. */
export const notice =
  'Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.';
