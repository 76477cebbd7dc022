// The home page of one language: what this is, the first steps, and the way to everything else.
import { servers } from '../../../generated/facts.ts';
import { guidePath, type Library } from '../guides/page.ts';
import { escapeHtml } from '../html.ts';
import { areaPath } from '../plain/pages.ts';
import { texts } from '../texts.ts';
import { renderFramed, type Surroundings } from './frame.ts';

/**
 * @param title the title of the contract in the language
 * @param summary one sentence on what the API is for
 */
export function homePage(
  title: string,
  summary: string,
  library: Library,
  surroundings: Surroundings,
): string {
  const words = texts[surroundings.language];
  const [first] = library.guides;
  const steps = words.homeSteps
    .map(([name, text]) => `<li><strong>${name}</strong><span>${text}</span></li>`)
    .join('\n');
  const guides = library.guides
    .map(
      ({ slug, title, description }) =>
        `<li><a href="${guidePath(slug)}"><strong>${escapeHtml(title)}</strong><span>${escapeHtml(description)}</span></a></li>`,
    )
    .join('\n');
  const areas = library.areas
    .map(
      ({ slug, title, description }) =>
        `<li><a href="${areaPath(slug)}"><strong>${escapeHtml(title)}</strong><span>${escapeHtml(description)}</span></a></li>`,
    )
    .join('\n');
  const addresses = Object.values(servers)
    .map((url) => `<li><code>${url}</code></li>`)
    .join('');
  return renderFramed(surroundings, {
    path: 'index.html',
    title,
    description: summary,
    wide: true,
    body: `<section class="hero">
<h1>${escapeHtml(title)}</h1>
<p class="lead">${words.homeLead}</p>
<p class="actions"><a class="button" href="${guidePath(first?.slug ?? '')}">${escapeHtml(first?.title ?? '')}</a> <a class="button quiet" href="reference.html">${words.reference}</a></p>
<ul class="addresses">${addresses}</ul>
</section>
<ol class="home-steps">
${steps}
</ol>
<h2 id="guides">${words.guides}</h2>
<ul class="tiles">
${guides}
</ul>
<h2 id="reference">${words.plainReference}</h2>
<ul class="tiles small">
${areas}
</ul>`,
  });
}
