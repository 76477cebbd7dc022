// Builds the search index of one language, so that browsers only load it.
import MiniSearch from 'minisearch';
import { searchOptions } from '../../../docs/site/browser/search-options.ts';
import type { SearchRecord } from './records.ts';

/** The index as JSON for `MiniSearch.loadJSON` with the same options. */
export function buildIndex(records: SearchRecord[]): string {
  const index = new MiniSearch<SearchRecord>(searchOptions);
  index.addAll(records);
  return JSON.stringify(index);
}
