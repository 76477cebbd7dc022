// Lets `redocly build-docs` pre-render the reference of one language, and takes its output apart.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { redoclyWith } from '../../../foundation/reader/redocly.ts';
import type { InlineCode } from '../headers.ts';
import type { Language } from '../languages.ts';
import { siteFolder } from '../places.ts';
import { redocOptions } from './options.ts';

/** What Redoc draws before any script has run. */
export interface Prerendered {
  /** The content of the element that Redoc takes over in the browser. */
  html: string;
  /** The rules that this content needs. */
  css: string;
  /** The inline scripts in it and the values of its `style` attributes, for the Content-Security-Policy. */
  inline: InlineCode;
}

// Added to what the caller set, not put in its place.
const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --import=${new URL('prerender-hook.ts', import.meta.url)}`;

/** The only match of a pattern's first group. */
function only(text: string, pattern: RegExp, what: string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length !== 1) {
    throw new Error(
      `redocly build-docs wrote ${matches.length} of ${what} where one was expected. ` +
        'Its output has changed: mend scripts/docs/redoc/prerender.ts, or pin the former @redocly/cli.',
    );
  }
  return matches[0]?.[1] ?? '';
}

/**
 * Takes apart what `redocly build-docs` made with docs/site/redoc.hbs. Its inline script, which
 * would load Redoc from a foreign host, is left out: the site loads its own copy.
 */
export function takeApart(output: string): Prerendered {
  const [head = '', body = ''] = output.split('<!-- redoc-head-ends -->');
  const html = only(
    body,
    /<div id="redoc">([\s\S]*)<\/div>\s*<script type="module">/g,
    'the element "redoc"',
  );
  return {
    // Redoc's router keeps its routes behind a `#`, which the pre-rendered links lack.
    html: html.replaceAll(' href="/', ' href="#/'),
    css: [...head.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, rules]) => rules).join('\n'),
    inline: {
      scripts: [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? ''),
      styles: [...html.matchAll(/ style="([^"]*)"/g)].map(([, value]) => value ?? ''),
    },
  };
}

/**
 * Pre-renders one contract.
 * @param document the OpenAPI document as JSON, the same that the browser will get
 * @param labels path of the table of Redoc's labels in the language, if it has one
 * @throws Error with what the CLI wrote, when it fails
 */
export async function prerender(language: Language, document: string, labels?: string): Promise<Prerendered> {
  const folder = await mkdtemp(join(tmpdir(), `redoc-${language}-`));
  try {
    const page = join(folder, 'index.html');
    const contract = join(folder, 'openapi.json');
    await writeFile(contract, document);
    const run = await redoclyWith(
      { NODE_OPTIONS: nodeOptions, REDOC_LABELS: labels ?? '' },
      'build-docs',
      contract,
      `--output=${page}`,
      `--config=${join(siteFolder, 'redocly.yaml')}`,
      `--template=${join(siteFolder, 'redoc.hbs')}`,
      `--openapi=${JSON.stringify(redocOptions)}`,
    );
    if (run.code !== 0) {
      throw new Error(`redocly build-docs could not render the ${language} contract:\n${run.stderr.trim()}`);
    }
    return takeApart(await readFile(page, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
