// Leaves out the bodies of links: the parser of Swagger, below most generators, refuses any but plain text.
import type { Link } from '../../../foundation/reader/document.ts';
import { onCopy } from './step.ts';

/** What a body would have said, the description says; the strict contract keeps it. */
export const plainLinks = onCopy((document) => {
  const links = (document.components.links ?? {}) as Record<string, Link>;
  for (const link of Object.values(links)) delete link.requestBody;
});
