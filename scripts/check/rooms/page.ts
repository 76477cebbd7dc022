// The rooms as docs/architecture.md shows them: one row each, with its purpose and what it may import from.
import { rooms } from './table.ts';

/** @returns the rows of the Markdown table, in the order of the house, from the ground up. */
export const roomRows = (): string =>
  rooms
    .map(
      ({ folder, purpose, may }) =>
        `| \`${folder}/\` | ${purpose} | ${may.map((name) => `\`${name}/\``).join(', ') || 'nothing'} |`,
    )
    .join('\n');
