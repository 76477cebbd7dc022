// Keeps the log of requests up to date while the page is looked at; entries that are open stay open.
const log = document.getElementById('log');
const live = document.getElementById('live');
const box = live.querySelector('input');
live.hidden = false;

async function refresh() {
  if (box.checked && !document.hidden) {
    try {
      const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = page.getElementById('log');
      const open = new Set([...log.querySelectorAll('details[open]')].map(({ dataset }) => dataset.id));
      const newest = (part) => part.querySelector('details')?.dataset.id;
      if (response.ok && fresh && newest(fresh) !== newest(log)) {
        for (const entry of fresh.querySelectorAll('details')) entry.open = open.has(entry.dataset.id);
        log.replaceChildren(...fresh.childNodes);
      }
    } catch {
      // The sandbox is down for the moment: the next turn tries again.
    }
  }
  setTimeout(refresh, 2000);
}

setTimeout(refresh, 2000);
