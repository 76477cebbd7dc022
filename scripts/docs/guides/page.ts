// Renders a guide as a page, with its facts filled in and every link and directive resolved.

import type { Decision } from '../../../foundation/reader/decisions.ts';
import type { ContractDocument, Example } from '../../../foundation/reader/document.ts';
import { operations as operationFacts } from '../../../generated/facts.ts';
import { escapeHtml } from '../html.ts';
import type { Language } from '../languages.ts';
import { renderFramed, type Surroundings, toLanguageRoot } from '../pages/frame.ts';
import { codeBlock } from '../pages/parts.ts';
import type { Area } from '../plain/areas.ts';
import { areaPath } from '../plain/pages.ts';
import { texts } from '../texts.ts';
import type { Program } from './code.ts';
import { flowDiagram } from './flow-diagram.ts';
import { type MarkdownContext, type Rendered, renderInline, renderMarkdown } from './markdown.ts';
import { fillPlaceholders } from './placeholders.ts';
import type { Guide } from './read.ts';
import { errorAnchor, renderTable } from './tables.ts';

/** Everything that texts of one language can refer to. */
export interface Library {
  language: Language;
  contract: ContractDocument;
  guides: Guide[];
  areas: Area[];
  programs: Map<string, Program>;
  decisions: Decision[];
}

/** Where a guide stands below its language. */
export const guidePath = (slug: string) => `guides/${slug}.html`;

/** The address of what a link of ours names, below the folder of the language. */
function resolveLink(href: string, { guides, decisions }: Library, file: string): string {
  const [target = '', anchor] = href.split('#');
  const hash = anchor ? `#${anchor}` : '';
  const [scheme, name = ''] = /^(decision|error):(.+)$/.exec(target)?.slice(1) ?? [];
  if (scheme === 'decision' && decisions.some(({ id }) => String(id) === name)) {
    return `${guidePath('decisions')}#decision-${name}`;
  }
  if (scheme === 'error') return `${guidePath('errors')}#${errorAnchor(name)}`;
  const slug = target.replace(/\.md$/, '');
  if (target.endsWith('.md') && guides.some((guide) => guide.slug === slug))
    return `${guidePath(slug)}${hash}`;
  if (['reference.html', 'downloads.html', 'changes.html', 'api/index.html'].includes(target)) {
    return `${target}${hash}`;
  }
  throw new Error(`${file}: the link "${href}" leads nowhere.`);
}

/**
 * What texts on a page are rendered with.
 * @param path the page below the folder of the language
 */
export function markdownContext(library: Library, path: string, file: string): MarkdownContext {
  const { language, areas, contract, programs, decisions } = library;
  const words = texts[language];
  const up = toLanguageRoot(path);
  const directives: Record<string, (argument: string) => string> = {
    table: (name) => renderTable(name, { language, markdown: context, decisions }),
    diagram: () => flowDiagram(language),
    code: (name) => {
      const program = programs.get(name);
      if (!program) throw new Error(`${file}: there is no docs/guides/code/${name}.`);
      const fill = (text: string) => fillPlaceholders(text, 'en', `guides/code/${name}`);
      const language = name.split('.').at(-1) ?? '';
      const output = program.output
        ? codeBlock(fill(program.output), 'text', words.output, words.output)
        : '';
      return codeBlock(fill(program.source), language, `${words.code} ${name}`, name) + output;
    },
    example: (name) => {
      const examples = contract.components.examples ?? {};
      const example = Object.hasOwn(examples, name) ? (examples[name] as Example) : undefined;
      if (!example) throw new Error(`${file}: the contract has no example "${name}".`);
      return codeBlock(JSON.stringify(example.value, null, 2), 'json', example.summary);
    },
    describe: (name) => {
      const schema = Object.hasOwn(contract.components.schemas, name)
        ? contract.components.schemas[name]
        : undefined;
      if (!schema?.description) throw new Error(`${file}: the contract does not describe "${name}".`);
      return `<p>${renderInline(schema.description, context)}</p>\n`;
    },
    filter: () =>
      `<p class="filter" id="table-filter" hidden><label>${words.filterErrors} <input type="search" autocomplete="off"></label></p>\n`,
  };
  const context: MarkdownContext = {
    file,
    labels: { code: words.code, table: words.table },
    link: (href) => {
      if (href.startsWith('#') || href.startsWith('https://')) return href;
      return up + resolveLink(href, library, file);
    },
    operation: (name) => {
      if (!Object.hasOwn(operationFacts, name)) return undefined;
      const area = areas.find(({ operations }) =>
        operations.some(({ operation }) => operation.operationId === name),
      );
      return area ? `${up}${areaPath(area.slug)}#${name}` : undefined;
    },
    directive: (name, argument) => {
      const directive = Object.hasOwn(directives, name) ? directives[name] : undefined;
      if (!directive) throw new Error(`${file}: there is no directive ":::${name}".`);
      return directive(argument);
    },
  };
  return context;
}

/** The content of a guide. */
function renderGuide(guide: Guide, library: Library): Rendered {
  const context = markdownContext(library, guidePath(guide.slug), guide.file);
  return renderMarkdown(fillPlaceholders(guide.markdown, guide.language, guide.file), context);
}

/** The page of a guide, with the ways to the guides before and after it. */
export function guidePage(guide: Guide, library: Library, surroundings: Surroundings): string {
  const words = texts[guide.language];
  const { html, headings } = renderGuide(guide, library);
  const index = library.guides.indexOf(guide);
  const step = (neighbour: Guide | undefined, label: string, rel: string) =>
    neighbour
      ? `<a rel="${rel}" href="${neighbour.slug}.html"><span>${label}</span> <strong>${escapeHtml(neighbour.title)}</strong></a>`
      : '<span></span>';
  return renderFramed(surroundings, {
    path: guidePath(guide.slug),
    title: guide.title,
    description: guide.description,
    headings: headings.filter(({ level }) => level === 2),
    body: `<article>
<h1>${escapeHtml(guide.title)}</h1>
<p class="lead">${escapeHtml(guide.description)}</p>
${html}
</article>
<nav class="steps" aria-label="${words.guides}">${step(library.guides[index - 1], words.previousGuide, 'prev')}${step(library.guides[index + 1], words.nextGuide, 'next')}</nav>`,
  });
}
