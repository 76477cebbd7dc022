// What scripts add to our own pages: the same place in the other language, copying of code, filtering of a table.
import { fold } from './terms.ts';

const languageSwitch = document.querySelector<HTMLAnchorElement>('#language-switch');
for (const moment of ['pointerenter', 'focus', 'click']) {
  // Both languages name their sections alike, and a search is worth keeping as well.
  languageSwitch?.addEventListener(moment, () => {
    languageSwitch.hash = location.hash;
    languageSwitch.search = location.search;
  });
}

const persian = document.documentElement.lang === 'fa';

if (navigator.clipboard) {
  for (const figure of document.querySelectorAll('figure.code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = persian ? 'رونوشت' : 'Copy';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(figure.querySelector('code')?.textContent ?? '');
      button.textContent = persian ? 'برداشته شد' : 'Copied';
    });
    figure.append(button);
  }
}

const filter = document.querySelector<HTMLElement>('#table-filter');
const rows = [...document.querySelectorAll<HTMLElement>('#error-table tbody tr')];
const haystacks = rows.map((row) => fold(row.textContent ?? '').replaceAll('\u200c', ''));
if (filter) filter.hidden = false;
filter?.querySelector('input')?.addEventListener('input', (event) => {
  const query = (event.target as HTMLInputElement).value;
  const wanted = fold(query).replaceAll('\u200c', '').split(/\s+/).filter(Boolean);
  rows.forEach((row, index) => {
    row.hidden = !wanted.every((word) => haystacks[index]?.includes(word));
  });
});

// A closed section would hide the place that a link leads to, and print as its title alone.
const openTarget = () => {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  for (let box = target?.closest('details'); box; box = box.parentElement?.closest('details'))
    box.open = true;
};
openTarget();
addEventListener('hashchange', openTarget);
