// How MiniSearch cuts, folds and weighs words; building the index and searching it need the same.
import { indexTerms, queryTerm, words } from './terms.ts';

export const searchOptions = {
  fields: ['title', 'names', 'text', 'synonyms'],
  storeFields: ['title', 'section', 'url', 'excerpt'],
  tokenize: words,
  processTerm: indexTerms,
  searchOptions: {
    boost: { title: 4, names: 3, synonyms: 0.1 },
    prefix: (term: string) => term.length > 1 && !/^\d+$/.test(term),
    fuzzy: (term: string) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
    combineWith: 'AND' as const,
    processTerm: queryTerm,
  },
};
