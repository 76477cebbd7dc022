// Gathers the faulty fields of one request.
import type { FaultyFields } from '../../contract/errors.ts';
import { message } from '../../contract/messages.ts';

/** Adds faults to those found before; one field may have several. */
export function add(faults: FaultyFields, more: FaultyFields): void {
  for (const [field, texts] of Object.entries(more)) {
    faults[field] = [...new Set([...(faults[field] ?? []), ...texts])];
  }
}

/** One faulty field, with one of the contract's messages. */
export function fault(
  field: string,
  name: Parameters<typeof message>[0],
  blanks: Record<string, string> = {},
): FaultyFields {
  return { [field]: [message(name, { field, ...blanks })] };
}
