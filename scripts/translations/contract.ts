// Loads what a translation consists of: the bundled English contract, the Persian overlays, and who owns what.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bundle } from '../generate/bundle.ts';
import { root } from '../generate/paths.ts';
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
  return present.filter((file) => !listed.includes(file));
}

/** Every overlay there is, applied or not. */
export function allOverlays(): string[] {
  return [...listedOverlays(), ...unlistedOverlays()];
}

/**
 * Loads the contract of this repository.
 * @throws Error when the English cannot be bundled, or an overlay is missing or malformed.
 */
export async function loadTranslation(): Promise<Translation> {
  const overlays = allOverlays().map((file) => readOverlay(file, readFileSync(join(root, file), 'utf8')));
  return { english: await bundle('en'), overlays, areaOf: areasOf() };
}
