// What is tried with each tool, one after the other: the columns of the table.

export const cells = [
  'generates',
  'compiles',
  'creates',
  'pays',
  'verifies',
  'verifiesAgain',
  'addedField',
] as const;
export type Cell = (typeof cells)[number];

/** Whether a cell works; null when an earlier one failed, so that it could not be tried. */
export type Outcome = boolean | null;
export type Outcomes = Record<Cell, Outcome>;

/** What was found of one tool, and how it failed where it did. */
export interface Finding {
  outcomes: Outcomes;
  /** What the tool or the program said, for each cell that failed. */
  failures: Partial<Record<Cell, string>>;
  /** How long each part took, in milliseconds. */
  took: { install: number; generate: number; compile: number; run: number };
}

/** Nothing tried yet. */
export const untried = (): Outcomes => Object.fromEntries(cells.map((cell) => [cell, null])) as Outcomes;
