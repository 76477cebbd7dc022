// The table as the terminal shows it.
import { cells, type Finding } from './cells.ts';
import type { Registered } from './registry.ts';

const signs = { true: '✓', false: '✗', null: '·' };

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** One tool in one line, with how long it took. */
export function row({ id, tool }: Registered, { outcomes, took }: Finding): string {
  const marks = cells.map((cell) => signs[String(outcomes[cell]) as keyof typeof signs].padEnd(cell.length));
  const times = Object.entries(took).map(([part, time]) => `${part} ${seconds(time)}`);
  return `${id.padEnd(34)} ${tool.version.padEnd(9)} ${marks.join(' ')}  ${times.join(', ')}`;
}

export const heading = `${'tool'.padEnd(34)} ${'version'.padEnd(9)} ${cells.join(' ')}`;
