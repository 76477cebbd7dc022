// Starts Redoc on a reference page, in the page's language, and keeps the place when the language is switched.
// The labels come first, see there.
import './labels.js';
import { hydrate } from './redoc.js';

const settings = JSON.parse(document.getElementById('reference-settings').textContent);

// Redoc moves through its routes without telling the page, so the link is made ready when it is needed.
const languageSwitch = document.getElementById('language-switch');
const keepPlace = () => {
  const route = location.hash.slice(1);
  languageSwitch.hash = settings.counterparts[route] ?? route;
};
for (const moment of ['pointerenter', 'pointerdown', 'focus', 'click']) {
  languageSwitch.addEventListener(moment, keepPlace);
}

try {
  const response = await fetch('redoc.json');
  if (!response.ok) throw new Error(`redoc.json: HTTP ${response.status}`);
  await hydrate(await response.json(), settings.options, document.getElementById('redoc'));
} catch (error) {
  document.getElementById('loading-failed').hidden = false;
  throw error;
}
