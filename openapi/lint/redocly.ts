// The part of Redocly's rule interface that these rules use; the CLI does not publish types for it.

/** Where a node stands: a file and a JSON pointer into it. */
export interface Location {
  source: { absoluteRef: string; body: string };
  pointer: string;
  child(segments: string | number | (string | number)[]): Location;
  /** The same place, but a finding marks the key instead of the value. */
  key(): Location;
}

/** A node of the contract and where it stands. */
export interface Placed<Node> {
  node: Node;
  location: Location;
}

export interface Problem {
  message: string;
  location?: Location | Pick<Location, 'source' | 'pointer'>;
}

export interface Context {
  location: Location;
  /** The key of the visited node in its parent: a path, a method, a status, a name. */
  key: string | number;
  type: { name: string; extensionsPrefix?: string };
  report(problem: Problem): void;
  /** Follows a reference that stands in the file `from` (by default the visited one). */
  resolve(reference: unknown, from?: string): { node?: unknown; location?: Location };
}

/** A visitor is keyed by node type; a type inside a type narrows the visit to what stands below it. */
export interface Visitor {
  // biome-ignore lint/suspicious/noExplicitAny: a visitor knows the shape of its node, the interface cannot.
  [type: string]: Visitor | ((node: any, context: Context, resolved: any) => void);
}

/** Makes the visitor of a rule from the options that stand beside it in redocly.yaml. */
// biome-ignore lint/suspicious/noExplicitAny: each rule knows its own options.
export type Rule = (options: any) => Visitor;
