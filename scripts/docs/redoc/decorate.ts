// Adds to a contract what only Redoc shows: the name of its list of schemas.
import type { SiteDocument } from '../contracts.ts';
import { type Language, siteTexts } from '../languages.ts';
import { schemasTag } from './options.ts';

/** The contract for Redoc; the one that readers download stays as it is. */
export const decorate = (document: SiteDocument, language: Language): SiteDocument => ({
  ...document,
  tags: [...(document.tags ?? []), { name: schemasTag, 'x-displayName': siteTexts[language].schemas }],
});
