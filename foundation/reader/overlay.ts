// Applies OpenAPI overlays (version 1.0) to a document: finds by JSONPath (RFC 9535), then removes or merges.
import { exec } from 'jsonpath-rfc9535';

/** The way from the root of a document to a value: object keys and list indexes. */
export type Path = (string | number)[];

export interface OverlayAction {
  /** JSONPath of the nodes that it changes. */
  target: string;
  /** Merged into each object that is selected, or appended to each list. */
  update?: unknown;
  /** Takes the nodes away; `update` is not looked at then. */
  remove?: boolean;
}

type Container = Record<string | number, unknown>;

export function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

const controlCharacters: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The engine hands out names with the escapes of a normalized path (RFC 9535, 2.7); this takes them off. */
function unescapeName(name: string): string {
  return name.replace(/\\(?:u([0-9a-f]{4})|(.))/gs, (_, code: string | undefined, character: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (controlCharacters[character] ?? character),
  );
}

/**
 * Finds what a JSONPath selects, with the engine that Redocly applies overlays with.
 * @throws Error when the text is not JSONPath.
 */
export function pathsOf(document: unknown, expression: string): Path[] {
  const paths: Path[] = [];
  exec(document as never, expression, (_, path) => {
    paths.push(path.map((step) => (typeof step === 'string' ? unescapeName(step) : step)));
  });
  return paths;
}

/** The value at a path, or undefined when there is none. */
export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, step) => (typeof node === 'object' && node !== null ? (node as Container)[step] : undefined),
    document,
  );
}

/** Takes the value at a path out of its object or list; what is taken from a list closes up. */
export function removeAt(document: unknown, path: Path): void {
  const parent = valueAt(document, path.slice(0, -1)) as Container | undefined;
  const last = path.at(-1);
  if (parent === undefined || last === undefined) return;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
}

/** Merges as the specification says: objects key by key, lists one behind the other, everything else replaced. */
function merge(target: Record<string, unknown>, update: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(update)) {
    const present = target[key];
    if (isObject(present) && isObject(value)) merge(present, value);
    else if (Array.isArray(present) && Array.isArray(value)) present.push(...structuredClone(value));
    else target[key] = structuredClone(value);
  }
}

function carryOut(document: unknown, { target, update, remove }: OverlayAction): boolean {
  const paths = pathsOf(document, target);
  // From the last to the first, so that what is taken out of a list moves nothing that is still to come.
  if (remove) for (const path of paths.reverse()) removeAt(document, path);
  else {
    for (const path of paths) {
      const node = valueAt(document, path);
      if (Array.isArray(node)) node.push(structuredClone(update));
      else if (isObject(node) && isObject(update)) merge(node, update);
      else throw new Error(`${target} selects a value that nothing can be merged into.`);
    }
  }
  return paths.length > 0;
}

/**
 * Applies actions in their order; the given document stays as it is.
 * @returns the changed document, and the targets that selected nothing when their turn came.
 * @throws Error for a target that is not JSONPath, or an update that does not fit what it selects.
 */
export function applyOverlay<T>(
  document: T,
  actions: readonly OverlayAction[],
): { document: T; unmatched: string[] } {
  const changed = structuredClone(document);
  const unmatched = actions.filter((action) => !carryOut(changed, action)).map(({ target }) => target);
  return { document: changed, unmatched };
}
