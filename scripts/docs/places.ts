// Where the site's own sources stand, and where it is built to.
import { join } from 'node:path';
import { root } from '../../foundation/reader/paths.ts';

/** Styles, browser scripts, labels and templates of the site. */
export const siteFolder = join(root, 'docs/site');

/** The guides: a folder of Markdown for each language, and `code/` with the programs that they show. */
export const guidesFolder = join(root, 'docs/guides');

/** The register of decisions. */
export const decisionsFolder = join(root, 'docs/decisions');

/** The built site; not committed. */
export const distFolder = join(root, 'docs/dist');
