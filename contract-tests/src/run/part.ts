// The parts of a run, in the order in which they run.

export const parts = [
  'replay',
  'requests',
  'negative',
  'behaviour',
  'sequences',
  'deliveries',
  'workflows',
  'traffic',
] as const;
export type Part = (typeof parts)[number];
