// A rule of the documentation with values that try it.

/** Values for one part of a body, a parameter or a header. */
export interface Rule {
  /** A place of the contract (`createPayment request`), or the name of a schema. */
  at: string;
  /** Which part of an example is replaced, as a JSON pointer; the whole when it is missing. */
  pointer?: string;
  good: unknown[];
  /** By the keyword that has to refuse the value. */
  bad: Record<string, unknown[]>;
}
