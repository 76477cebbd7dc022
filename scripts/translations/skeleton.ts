// Writes the overlay actions that an area still lacks, with the English in place of the Persian to be written.
import { Document, Scalar, visit } from 'yaml';
import { contractVersion } from '../../generated/facts.ts';
import { checkTranslation, type Translation } from './check.ts';
import { fingerprint } from './fingerprint.ts';
import { overlayFile, overridesOf } from './overlay.ts';

interface Branch {
  [key: string]: string | Branch;
}

/**
 * Gives YAML to append to the overlay of an area (or to begin it with): one action for each thing that has
 * untranslated prose, stamped already. Empty when nothing is missing.
 */
export function missingActions(translation: Translation, area: string): string {
  const updates = new Map<string, Branch>();
  for (const { fault, file, target, keys, english } of checkTranslation(translation)) {
    if (fault !== 'missing' || file !== overlayFile(area)) continue;
    const update = updates.get(target) ?? {};
    plant(update, keys, english);
    updates.set(target, update);
  }
  if (updates.size === 0) return '';
  const actions = [...updates].map(([target, update]) => {
    const originals = overridesOf(translation.english, { target, update }).map(({ value }) => String(value));
    return { target, 'x-english': fingerprint(originals), update };
  });
  const text = write({ actions });
  const begun = translation.overlays.some((overlay) => overlay.area === area);
  return begun ? text.replace('actions:\n', '') : `${beginning(area)}${text}`;
}

/** Writes YAML as openapi/ has it: long prose in folded blocks, so that a change of one sentence stays small. */
function write(content: unknown): string {
  const document = new Document(content);
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      if (node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
      else if (node.value.length > 80 && node.value.includes(' ')) node.type = Scalar.BLOCK_FOLDED;
    },
  });
  return document.toString({ lineWidth: 100, singleQuote: true });
}

function beginning(area: string): string {
  const subject = area === 'root' ? 'the root of the contract' : `the area ${area}`;
  return [
    `# The Persian of ${subject}.`,
    'overlay: 1.0.0',
    'info:',
    `  title: Persian of ${subject}`,
    `  version: ${contractVersion}`,
    '',
  ].join('\n');
}

function plant(branch: Branch, keys: string[], text: string): void {
  const [key, ...rest] = keys;
  if (key === undefined) return;
  if (rest.length === 0) {
    branch[key] = text;
    return;
  }
  const below = branch[key];
  const next: Branch = typeof below === 'object' ? below : {};
  branch[key] = next;
  plant(next, rest, text);
}
