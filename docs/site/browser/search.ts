// The search page: finds sections of guides and operations while the reader types, in an index that was built before.
import MiniSearch from './minisearch.js';
import { searchOptions } from './search-options.ts';

interface Found {
  title: string;
  section: string;
  url: string;
  excerpt: string;
}

const input = document.querySelector<HTMLInputElement>('#search-input');
const list = document.querySelector<HTMLOListElement>('#search-results');
const nothing = document.querySelector<HTMLElement>('#search-nothing');

/** Shows what was found; everything is set as text, never as HTML. */
function show(found: Found[], asked: boolean): void {
  list?.replaceChildren(
    ...found.map(({ title, section, url, excerpt }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = url;
      const heading = document.createElement('strong');
      heading.textContent = title;
      const place = document.createElement('span');
      place.className = 'place';
      place.textContent = section;
      const text = document.createElement('span');
      text.textContent = excerpt;
      link.append(heading, place, text);
      item.append(link);
      return item;
    }),
  );
  if (nothing) nothing.hidden = !asked || found.length > 0;
}

async function start(): Promise<void> {
  if (!input) return;
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  const response = await fetch('search-index.json');
  if (!response.ok) throw new Error(`search-index.json: HTTP ${response.status}`);
  const index = MiniSearch.loadJSON<Found>(await response.text(), searchOptions);
  const search = () => {
    const query = input.value.trim();
    show(query ? (index.search(query).slice(0, 30) as unknown as Found[]) : [], query !== '');
    const address = new URL(location.href);
    if (query) address.searchParams.set('q', query);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
  };
  input.addEventListener('input', search);
  search();
  document.documentElement.dataset.searchReady = 'true';
}

await start();
