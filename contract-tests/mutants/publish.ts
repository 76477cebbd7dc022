// Writes the score and its pages.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../foundation/reader/paths.ts';
import { pages } from './page.ts';
import { type Published, publishedFile } from './score.ts';

/** Writes the score and the pages that tell of it. */
export async function publish(published: Published): Promise<void> {
  await writeFile(join(root, publishedFile), `${JSON.stringify(published, null, 1)}\n`);
  for (const [file, text] of Object.entries(pages(published))) await writeFile(join(root, file), text);
}
