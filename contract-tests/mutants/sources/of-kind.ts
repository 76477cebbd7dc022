// Writes the mutants of one kind in a line each.
import type { Kind, SourceMutant } from '../mutant.ts';

/** @returns what makes a mutant of the kind; `basis` is for what the page does not state. */
export const ofKind =
  (kind: Kind) =>
  (id: string, summary: string, file: string, from: string, to: string, basis?: string): SourceMutant => ({
    kind,
    id,
    summary,
    file,
    from,
    to,
    ...(basis && { basis }),
  });
