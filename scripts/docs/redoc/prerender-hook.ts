// Loaded into the Redocly CLI by `--import`, so that what it pre-renders already has the labels of the language.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isRedoc, patchPrerenderer } from './patches.ts';

const { REDOC_LABELS: labelsFile } = process.env;
if (labelsFile) {
  Object.assign(globalThis, { redocLabels: JSON.parse(readFileSync(labelsFile, 'utf8')) });
}

let patched = false;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.includes('/@redocly/cli/lib/') || !loaded.source) return loaded;
    const code = loaded.source.toString();
    if (!isRedoc(code)) return loaded;
    patched = true;
    return { ...loaded, source: patchPrerenderer(code, fileURLToPath(url)) };
  },
});

process.once('exit', () => {
  if (patched) return;
  console.error('Redoc was not found in the Redocly CLI, so its labels cannot be translated.');
  process.exitCode = 1;
});
