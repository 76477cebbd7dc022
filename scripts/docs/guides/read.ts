// Reads the guides: one Markdown file for each language, the same name and the same anchors in both.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Language, languages } from '../languages.ts';
import { guidesFolder } from '../places.ts';

export interface Guide {
  language: Language;
  /** Path of the file below docs/, for messages. */
  file: string;
  /** Its name in addresses, such as `first-payment`. */
  slug: string;
  title: string;
  /** One sentence for the home page, the search and the head of the page. */
  description: string;
  /** The Markdown below the front matter, placeholders not filled yet. */
  markdown: string;
}

const frontMatter = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

/** @throws Error that names the file, when its front matter is not complete */
export function parseGuide(language: Language, name: string, text: string): Guide {
  const file = `guides/${language}/${name}`;
  const [, head, markdown] = frontMatter.exec(text) ?? [];
  const slug = /^\d\d-([a-z-]+)\.md$/.exec(name)?.[1];
  const { title, description } = (head ? parse(head) : {}) as { title?: string; description?: string };
  if (!slug || !title || !description || markdown === undefined) {
    throw new Error(
      `docs/${file}: a guide is called NN-name.md and begins with "title" and "description" between two lines of ---.`,
    );
  }
  return { language, file, slug, title, description, markdown };
}

/**
 * All guides of both languages, in the order of their numbers.
 * @throws Error when a guide is missing in one language
 */
export async function readGuides(folder = guidesFolder): Promise<Record<Language, Guide[]>> {
  const read = async (language: Language) => {
    const names = (await readdir(join(folder, language))).filter((name) => name.endsWith('.md')).sort();
    return Promise.all(
      names.map(async (name) =>
        parseGuide(language, name, await readFile(join(folder, language, name), 'utf8')),
      ),
    );
  };
  const [en = [], fa = []] = await Promise.all(languages.map(read));
  const slugs = (guides: Guide[]) => guides.map(({ slug }) => slug).join(', ');
  if (slugs(en) !== slugs(fa)) {
    throw new Error(`The guides differ by language: English has ${slugs(en)}; Persian has ${slugs(fa)}.`);
  }
  return { en, fa };
}
