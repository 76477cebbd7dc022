// `npm run translations`: checks the Persian overlays, and the words of all our Persian; --stamp and --emit-missing help.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Misused, runCommand } from '../../foundation/commands/command.ts';
import { root } from '../../foundation/reader/paths.ts';
import { readTerms, termsFile } from '../../foundation/reader/terms.ts';
import { checkTranslation, describeFinding } from './check.ts';
import { loadTranslation, loadWorkflows, unlistedOverlays } from './contract.ts';
import { proseOf } from './prose.ts';
import { missingActions } from './skeleton.ts';
import { stampOverlay } from './stamp.ts';
import { describeForbiddenWord, forbiddenWords } from './terms/check.ts';
import { persianTexts } from './terms/texts.ts';

const usage = `Usage:
  npm run translations                            list what is missing, stale or wrong in the Persian overlays,
                                                  and the words that docs/terms.md forbids in any Persian of ours
  npm run translations -- --stamp [FILE…]         note that the Persian (of these overlays) fits the English of now
  npm run translations -- --emit-missing AREA     print the actions that AREA lacks (root, common, payments, …)`;

const options = { stamp: { type: 'boolean', default: false }, 'emit-missing': { type: 'string' } } as const;

/** The contract, and the flows of a shop. */
const translations = async () => [await loadTranslation(), loadWorkflows()];

async function stamp(files: string[]): Promise<void> {
  const loaded = await translations();
  const every = loaded.flatMap(({ overlays }) => overlays.map(({ file }) => file));
  const chosen = files.length > 0 ? files.map((file) => relative(root, resolve(file))) : every;
  for (const file of chosen) {
    const own = loaded.find(({ overlays }) => overlays.some((overlay) => overlay.file === file));
    if (!own) throw new Error(`${file} is no Persian overlay of openapi/.`);
    const { text, changed } = stampOverlay(own.english, readFileSync(join(root, file), 'utf8'));
    if (changed.length > 0) writeFileSync(join(root, file), text);
    for (const target of changed) console.log(`stamped ${file}  ${target}`);
  }
}

async function check(): Promise<number> {
  const loaded = await translations();
  const terms = readTerms(readFileSync(join(root, termsFile), 'utf8'));
  const texts = persianTexts();
  const findings = [
    ...unlistedOverlays().map((file) => `${file}\n    unlisted: Add it to apis.fa.overlays of redocly.yaml.`),
    ...loaded
      .flatMap(checkTranslation)
      .toSorted((a, b) => a.file.localeCompare(b.file))
      .map(describeFinding),
    ...forbiddenWords(texts, terms).map(describeForbiddenWord),
  ];
  if (findings.length === 0) {
    const count = loaded.flatMap(({ english }) => proseOf(english)).length;
    const overlays = loaded.flatMap(({ overlays }) => overlays).length;
    console.log(`All ${count} strings of prose are translated, in ${overlays} overlays.`);
    console.log(`All ${texts.length} Persian texts keep to the ${terms.length} terms of ${termsFile}.`);
    return 0;
  }
  console.error(`${findings.join('\n')}\n\n${findings.length} to mend in the translation.`);
  return 1;
}

await runCommand({ usage, options, words: true }, async (values, files) => {
  const area = values['emit-missing'];
  if (files.length > 0 && !values.stamp) throw new Misused('Only --stamp takes files.');
  if (area !== undefined) {
    for (const translation of await translations()) process.stdout.write(missingActions(translation, area));
    return 0;
  }
  if (values.stamp) await stamp(files);
  return check();
});
