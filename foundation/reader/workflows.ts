// Reads the flows of openapi/workflows/, in English and with their Persian overlay applied.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Arazzo, Workflows } from './arazzo.ts';
import { applyOverlay, type OverlayAction } from './overlay.ts';
import { type Language, root } from './paths.ts';

/** The Persian of the flows, from the root of the repository. */
export const workflowsOverlay = 'openapi/workflows/fa.overlay.yaml';

/** The ordinary payment stands before all others, because a reader begins with it. */
const first = 'pay-and-verify';

/** The flows in English, in the order in which collections show them. */
export function readWorkflows(): Workflows {
  const files = globSync('openapi/workflows/*.arazzo.yaml', { cwd: root }).sort();
  const named = files.map((file): [string, Arazzo] => [
    basename(file, '.arazzo.yaml'),
    parse(readFileSync(join(root, file), 'utf8')) as Arazzo,
  ]);
  return Object.fromEntries(named.sort(([a], [b]) => Number(b === first) - Number(a === first)));
}

/**
 * The flows in one language.
 * @throws Error for a target of the overlay that selects nothing.
 */
export function workflowsIn(language: Language): Workflows {
  const english = readWorkflows();
  if (language === 'en') return english;
  const { actions } = parse(readFileSync(join(root, workflowsOverlay), 'utf8')) as {
    actions: OverlayAction[];
  };
  const { document, unmatched } = applyOverlay(english, actions);
  if (unmatched.length > 0) throw new Error(`${workflowsOverlay}: ${unmatched[0]} selects nothing.`);
  return document;
}
