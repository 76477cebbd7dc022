// The pages of the plain reference: one for each area, and one that lists every operation.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import type { MarkdownContext } from '../guides/markdown.ts';
import { renderInline } from '../guides/markdown.ts';
import { escapeHtml } from '../html.ts';
import { renderFramed, type Surroundings } from '../pages/frame.ts';
import { code, table } from '../pages/parts.ts';
import { texts } from '../texts.ts';
import { type Area, areasOf } from './areas.ts';
import { operationSection } from './operation.ts';

/** Where the plain reference of an area stands below its language. */
export const areaPath = (slug: string) => `api/${slug}.html`;

/** Redoc's own address of an area; it follows the name of the tag. */
const interactive = ({ slug }: Area) => `../reference.html#/${slug}`;

function areaPage(
  area: Area,
  document: ContractDocument,
  surroundings: Surroundings,
  markdown: MarkdownContext,
): string {
  const { language } = surroundings;
  const sections = area.operations.map((placed) =>
    operationSection(placed, { document, language, markdown }, placed.kind),
  );
  return renderFramed(surroundings, {
    path: areaPath(area.slug),
    title: area.title,
    description: area.description,
    headings: area.operations.map(({ operation }) => ({
      id: operation.operationId,
      text: operation.summary,
    })),
    body: `<h1>${escapeHtml(area.title)}</h1>
<p class="lead">${renderInline(area.description, markdown)}</p>
<p class="elsewhere"><a href="${interactive(area)}">${texts[language].openInteractive}</a></p>
${sections.join('\n')}`,
  });
}

function indexPage(areas: Area[], surroundings: Surroundings, markdown: MarkdownContext): string {
  const { language } = surroundings;
  const words = texts[language];
  const lists = areas.map((area) => {
    const rows = area.operations.map(({ path, method, operation }) => ({
      cells: [
        `<a href="${area.slug}.html#${operation.operationId}">${escapeHtml(operation.summary)}</a>`,
        `<span class="route" dir="ltr"><span class="method ${method.toLowerCase()}">${method.toUpperCase()}</span> <code>${escapeHtml(path).replaceAll('/', '/<wbr>')}</code></span>`,
        code(operation.operationId),
      ],
    }));
    return `<h2 id="${area.slug}"><a href="${area.slug}.html">${escapeHtml(area.title)}</a></h2>
<p>${renderInline(area.description, markdown)}</p>
${table([words.meaning, words.operation, words.name], rows, { label: area.title })}`;
  });
  return renderFramed(surroundings, {
    path: 'api/index.html',
    title: words.plainReference,
    description: areas.map(({ title }) => title).join(' · '),
    headings: areas.map(({ slug, title }) => ({ id: slug, text: title })),
    body: `<h1>${words.plainReference}</h1>
<p class="elsewhere"><a href="../reference.html">${words.openInteractive}</a></p>
${lists.join('\n')}`,
  });
}

/** All pages of the plain reference by their path below the language. */
export function plainPages(
  document: ContractDocument,
  surroundings: Surroundings,
  contextFor: (path: string) => MarkdownContext,
): Map<string, string> {
  const areas = areasOf(document);
  return new Map([
    ['api/index.html', indexPage(areas, surroundings, contextFor('api/index.html'))],
    ...areas.map((area): [string, string] => {
      const path = areaPath(area.slug);
      return [path, areaPage(area, document, surroundings, contextFor(path))];
    }),
  ]);
}
