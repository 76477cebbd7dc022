// Loads what the translations consist of: the English of contract and flows, the Persian overlays, and who owns what.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bundle } from '../../foundation/reader/bundle.ts';
import { root } from '../../foundation/reader/paths.ts';
import { readWorkflows, workflowsOverlay } from '../../foundation/reader/workflows.ts';
import type { Translation } from './check.ts';
import { readOverlay } from './overlay.ts';
import { areasOf } from './owners.ts';

/** The overlays that redocly.yaml applies to the Persian contract, as paths from the root of the repository. */
function listedOverlays(): string[] {
  const control = parse(readFileSync(join(root, 'redocly.yaml'), 'utf8')) as {
    apis: { fa: { overlays?: string[] } };
  };
  return control.apis.fa.overlays ?? [];
}

/** The overlays that stand in openapi/ but that redocly.yaml does not apply. */
export function unlistedOverlays(): string[] {
  const listed = listedOverlays();
  const present = globSync('openapi/**/fa.overlay.yaml', { cwd: root }).sort();
  return present.filter((file) => !listed.includes(file) && file !== workflowsOverlay);
}

/** Every overlay of the contract there is, applied or not. */
function allOverlays(): string[] {
  return [...listedOverlays(), ...unlistedOverlays()];
}

const overlayAt = (file: string) => readOverlay(file, readFileSync(join(root, file), 'utf8'));

/**
 * Loads the contract of this repository.
 * @throws Error when the English cannot be bundled, or an overlay is missing or malformed.
 */
export async function loadTranslation(): Promise<Translation> {
  return { english: await bundle('en'), overlays: allOverlays().map(overlayAt), areaOf: areasOf() };
}

/** Loads the flows of a shop as one document, each under the name of its file. @throws Error as above. */
export function loadWorkflows(): Translation {
  return {
    english: readWorkflows(),
    overlays: existsSync(join(root, workflowsOverlay)) ? [overlayAt(workflowsOverlay)] : [],
    areaOf: () => 'workflows',
  };
}
