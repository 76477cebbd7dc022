// Gives every error answer the same envelope, and says beside it which errors are known there; the catalogue is data.
import {
  type ContractDocument,
  errorSchemasOf,
  operationsOf,
  type Response,
  resolve,
  type Schema,
} from '../../../foundation/reader/document.ts';
import { type ErrorFacts, statusCodeFacts } from '../../../foundation/reader/facts.ts';
import { knownValues } from './open-lists.ts';
import { onCopy } from './step.ts';
import { texts } from './texts.ts';

/** On the root: every error by name. On a response: the names of those it is known to carry. */
export const catalogueExtension = 'x-error-catalogue';
export const errorsExtension = 'x-errors';

const envelope = '#/components/schemas/ErrorResponse';
const errorCode = '#/components/schemas/ErrorCode';
const json = 'application/json';

/** An error as it stands in the document: without prose of another language. */
const entryOf = ({ code, type, message, http, meaning, action }: ErrorFacts) => ({
  code,
  type,
  message,
  http,
  description: meaning.en,
  action: action.en,
});

/** Codes with what each means; a code with several faces has all of their meanings. */
function codeSchema(catalogue: ErrorFacts[], description: string): Schema {
  const codes = [...new Set(catalogue.map(({ code }) => code))].sort(
    (one, other) => Math.abs(one) - Math.abs(other),
  );
  const meanings = codes.map((code) =>
    catalogue
      .filter((entry) => entry.code === code)
      .map(({ meaning }) => meaning.en)
      .join(' '),
  );
  return {
    type: 'integer',
    description,
    [knownValues]: codes,
    'x-enum-descriptions': Object.fromEntries(codes.map((code, index) => [String(code), meanings[index]])),
  };
}

/** A description with the list of errors below it, as Markdown. */
const withErrors = (description: string, errors: ErrorFacts[], label: string) =>
  [description, '', label, '', ...errors.map(({ code, meaning }) => `- \`${code}\`: ${meaning.en}`)].join(
    '\n',
  );

function carriesErrors(document: ContractDocument, response: Response): boolean {
  return errorSchemasOf(document, response).length > 0;
}

/** Each operation that documents errors gets an answer for all others as well. */
function expectOthers(document: ContractDocument, description: string): void {
  const responses = document.components.responses as Record<string, Response>;
  responses.OtherError = { description, content: { [json]: { schema: { $ref: envelope } } } };
  for (const { operation } of operationsOf(document)) {
    const answers = Object.values(operation.responses).map((node) => resolve<Response>(document, node));
    if (answers.some((answer) => carriesErrors(document, answer))) {
      operation.responses.default = { $ref: '#/components/responses/OtherError' };
    }
  }
}

/** The schemas of single errors stay for later steps to find unused. */
export const oneEnvelope = onCopy((document, language) => {
  // The catalogue is read in the language of the document; its other half is not used.
  const { errors } = statusCodeFacts({ en: document, fa: document });
  const words = texts[language];
  expectOthers(document, words.otherError);
  const known = new Set<Response>();
  for (const { operation } of operationsOf(document)) {
    for (const node of Object.values(operation.responses)) known.add(resolve<Response>(document, node));
  }
  for (const response of known) {
    const names = errorSchemasOf(document, response);
    const media = response.content?.[json];
    if (names.length === 0 || !media) continue;
    media.schema = { $ref: envelope };
    response[errorsExtension] = names;
    response.description = withErrors(
      response.description,
      names.map((name) => errors[name] as ErrorFacts),
      words.errors,
    );
  }
  const { schemas } = document.components;
  const { properties } = schemas.ErrorResponse as Schema;
  const { code } = properties?.error?.properties ?? {};
  if (!properties?.error?.properties || !code) throw new Error('ErrorResponse has no field error.code.');
  document.components.schemas = Object.fromEntries(
    Object.entries(schemas).flatMap(([name, schema]) =>
      name === 'ErrorResponse'
        ? [
            ['ErrorCode', codeSchema(Object.values(errors), words.errorCode)],
            [name, schema],
          ]
        : [[name, schema]],
    ),
  );
  properties.error.properties.code = { $ref: errorCode, description: code.description };
  properties.status_code = { $ref: errorCode, description: properties.status_code?.description };
  document[catalogueExtension] = Object.fromEntries(
    Object.entries(errors).map(([name, facts]) => [name, entryOf(facts)]),
  );
});
