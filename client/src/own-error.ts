// What the errors of this package have in common: `instanceof` knows them, whichever copy of the package made them.

/** The same in every copy: a program has two where one part of it imports the package and another one requires it. */
const made = Symbol.for('IranDargahError');

/** An error that every copy of its class takes for one of its own; each class under it says its `kind`. */
export class OwnError extends Error {
  declare protected static readonly kind: string;

  constructor(message: string) {
    super(message);
    this.name = new.target.kind;
    Object.defineProperty(this, made, { value: this.name });
  }

  // biome-ignore-start lint/complexity/noThisInStatic: each subclass is asked about itself
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class that a shop has derived inherits the kind, and is known as any other class.
    return Object.hasOwn(this, 'kind')
      ? (value as { [made]?: string } | undefined | null)?.[made] === this.kind
      : super[Symbol.hasInstance](value);
  }
  // biome-ignore-end lint/complexity/noThisInStatic: each subclass is asked about itself
}
