// Gives Redoc its labels before its own code runs, since some of them are read only once.
const { labels } = JSON.parse(document.getElementById('reference-settings').textContent);
globalThis.redocLabels = labels;
