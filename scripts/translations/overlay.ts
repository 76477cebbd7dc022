// Reads OpenAPI overlays and tells which strings of the English bundle each action overrides.
import { parse } from 'yaml';
import { type Path, pathsOf } from '../../foundation/reader/overlay.ts';

export interface Action {
  /** JSONPath (RFC 9535) into the bundled English document. */
  target: string;
  update: Record<string, unknown>;
  /** Fingerprint of the English that the update was written for. */
  'x-english'?: string;
}

/** A Persian overlay with the place it stands in. */
export interface Overlay {
  /** Path of the file from the root of the repository. */
  file: string;
  /** The folder of openapi/ whose English it translates; `root` for openapi.yaml itself. */
  area: string;
  actions: Action[];
}

/** A value that an action puts somewhere. */
export interface Override {
  /** The way through the update of the action. */
  keys: string[];
  /** The place in the document. */
  path: Path;
  value: unknown;
}

/** Where the overlay of an area stands, from the root of the repository. */
export function overlayFile(area: string): string {
  return area === 'root' ? 'openapi/fa.overlay.yaml' : `openapi/${area}/fa.overlay.yaml`;
}

/** The area whose overlay a file is. */
function areaOfOverlay(file: string): string {
  return file.split('/').at(-2) === 'openapi' ? 'root' : (file.split('/').at(-2) ?? 'root');
}

/**
 * Reads the text of an overlay.
 * @throws Error that names the file when it is not YAML or not an Overlay 1.0 whose actions update something.
 */
export function readOverlay(file: string, text: string): Overlay {
  const document = parse(text) as { overlay?: unknown; actions?: unknown } | null;
  if (document?.overlay !== '1.0.0')
    throw new Error(`${file} is not an overlay: it needs \`overlay: 1.0.0\`.`);
  const actions = document.actions ?? [];
  if (!Array.isArray(actions)) throw new Error(`${file}: \`actions\` must be a list.`);
  actions.forEach((action: Partial<Action> | null, index) => {
    if (typeof action?.target !== 'string' || typeof action.update !== 'object' || action.update === null) {
      throw new Error(`${file}: action ${index + 1} needs a \`target\` and an \`update\`.`);
    }
  });
  return { file, area: areaOfOverlay(file), actions: actions as Action[] };
}

/** Every value that an action puts into the document: match by match, and in the order of the update. */
export function overridesOf(bundle: unknown, action: Action): Override[] {
  return pathsOf(bundle, action.target).flatMap((match) =>
    leaves(action.update, []).map(({ keys, value }) => ({ keys, value, path: [...match, ...keys] })),
  );
}

function leaves(node: unknown, keys: string[]): { keys: string[]; value: unknown }[] {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return [{ keys, value: node }];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, [...keys, key]));
}
