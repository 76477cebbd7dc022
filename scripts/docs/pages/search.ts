// The search page; without scripts it leads to all that the search covers.
import { escapeHtml } from '../html.ts';
import { texts } from '../texts.ts';
import { renderFramed, type Surroundings } from './frame.ts';

export function searchPage(surroundings: Surroundings): string {
  const words = texts[surroundings.language];
  const all = [...surroundings.menu.guides, ...surroundings.menu.areas]
    .map(({ path, title }) => `<li><a href="${path}">${escapeHtml(title)}</a></li>`)
    .join('\n');
  return renderFramed(surroundings, {
    path: 'search.html',
    title: words.search,
    description: words.searchLabel,
    head: `<meta name="robots" content="noindex">
<script type="module" src="../${surroundings.assets}/search.js"></script>`,
    body: `<h1>${words.search}</h1>
<form role="search" action="search.html" class="search-page"><input id="search-input" type="search" name="q" aria-label="${words.searchLabel}" placeholder="${words.searchHint}" autocomplete="off" autofocus></form>
<noscript><p>${words.searchWithoutScript}</p>
<ul>${all}</ul></noscript>
<p id="search-nothing" role="status" hidden>${words.searchNothing}</p>
<ol id="search-results" aria-label="${words.searchResults}" aria-live="polite"></ol>`,
  });
}
