// Adds to a contract what only Redoc shows: code samples, and the name of the list of schemas.
import { codeSamples, sampleRequest } from '../code-samples.ts';
import { type OpenApiDocument, operations } from '../document.ts';
import { type Language, siteTexts } from '../languages.ts';
import { schemasTag } from './options.ts';

/** A copy of the contract for Redoc; the contract that readers download stays as it is. */
export function decorate(contract: OpenApiDocument, language: Language): OpenApiDocument {
  const document = structuredClone(contract);
  for (const { path, method, operation } of operations(document)) {
    operation['x-codeSamples'] ??= codeSamples(sampleRequest(document, path, method, operation));
  }
  document.tags = [
    ...(document.tags ?? []),
    { name: schemasTag, 'x-displayName': siteTexts[language].schemas },
  ];
  return document;
}
