// Writes llms.txt: the map of the site for language models, in plain Markdown.
import { guidePath, type Library } from '../guides/page.ts';
import type { Language } from '../languages.ts';
import { areaPath } from '../plain/pages.ts';

interface Heading {
  title: string;
  summary: string;
}

const section = (title: string, lines: string[]) => `## ${title}\n\n${lines.join('\n')}\n`;

/** One file for the whole site; English first, then where the same stands in Persian. */
export function llmsText(contract: Record<Language, Heading>, libraries: Record<Language, Library>): string {
  const guides = (language: Language) =>
    libraries[language].guides.map(
      ({ slug, title, description }) => `- [${title}](${language}/${guidePath(slug)}): ${description}`,
    );
  const areas = (language: Language) =>
    libraries[language].areas.map(
      ({ slug, title, description }) => `- [${title}](${language}/${areaPath(slug)}): ${description}`,
    );
  return [
    `# ${contract.en.title}\n\n> ${contract.en.summary}\n`,
    section('Contract', [
      '- [OpenAPI 3.1, JSON](en/openapi.json): every operation, field, rule, error, callback and webhook',
      '- [OpenAPI 3.1, YAML](en/openapi.yaml): the same',
      '- [Error catalogue](en/errors.json): code, HTTP status, type, message, meaning, what to do',
      '- [Postman collection](en/postman.json): every flow of a shop with its tests, and the example answers',
      '- [Bruno collection](en/bruno.zip) and [.http files](en/http-files.zip): the same flows',
    ]),
    section('Guides', guides('en')),
    section('Reference', areas('en')),
    section(`${contract.fa.title} (Persian)`, [
      ...guides('fa'),
      ...areas('fa'),
      '- [OpenAPI 3.1, JSON](fa/openapi.json)',
      '- [OpenAPI 3.1, YAML](fa/openapi.yaml)',
    ]),
  ].join('\n');
}
