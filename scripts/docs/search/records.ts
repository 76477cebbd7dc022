// Takes from guides and contract what can be found: a record for each section, decision, dialect, error and operation.

import { allDialects } from '../../../foundation/dialects/catalogue.ts';
import {
  type ContractDocument,
  type Operation,
  type Parameter,
  type Response,
  resolve,
} from '../../../foundation/reader/document.ts';
import { errors } from '../../../generated/facts.ts';
import { dialectAnchor } from '../guides/dialect-tables.ts';
import { plainText } from '../guides/markdown.ts';
import { guidePath, type Library } from '../guides/page.ts';
import { fillPlaceholders } from '../guides/placeholders.ts';
import { errorAnchor } from '../guides/tables.ts';
import type { Language } from '../languages.ts';
import { fieldsOf } from '../plain/fields.ts';
import { areaPath } from '../plain/pages.ts';
import { texts } from '../texts.ts';
import { otherWords } from './synonyms.ts';

export interface SearchRecord {
  id: number;
  title: string;
  /** Names of the API in it: operations, codes, fields. */
  names: string;
  text: string;
  /** Other words for what it says. */
  synonyms: string;
  /** The page that it stands on. */
  section: string;
  /** Address below the folder of the language. */
  url: string;
  excerpt: string;
}

type Draft = Omit<SearchRecord, 'id' | 'excerpt' | 'synonyms'>;

const excerptLength = 160;

/** The sections of the guides, cut at their headings. */
function guideRecords({ guides, language }: Library): Draft[] {
  return guides.flatMap((guide) => {
    const filled = fillPlaceholders(guide.markdown, language, guide.file);
    const [intro = '', ...sections] = filled.split(/^## /m);
    const path = guidePath(guide.slug);
    return [
      {
        title: guide.title,
        names: '',
        text: `${guide.description} ${plainText(intro)}`,
        section: guide.title,
        url: path,
      },
      ...sections.map((section) => {
        const [heading = '', ...body] = section.split('\n');
        const [, title = heading, id = ''] = /^(.*?)\s*\{#([a-z0-9-]+)\}$/.exec(heading) ?? [];
        return {
          title: plainText(title),
          names: '',
          text: plainText(body.join('\n')),
          section: guide.title,
          url: `${path}#${id}`,
        };
      }),
    ];
  });
}

const errorRecords = (language: Language, section: string): Draft[] =>
  Object.entries(errors).map(([name, { code, type, message, meaning, action }]) => ({
    title: `${code} · ${plainText(meaning[language])}`,
    names: `${code} ${type}`,
    text: `${message} ${plainText(action[language])}`,
    section,
    url: `${guidePath('errors')}#${errorAnchor(name)}`,
  }));

const decisionRecords = ({ decisions, language }: Library, section: string): Draft[] =>
  decisions.map(({ id, title, summary }) => ({
    title: plainText(title[language]),
    names: '',
    text: plainText(summary[language]),
    section,
    url: `${guidePath('decisions')}#decision-${id}`,
  }));

const dialectRecords = ({ language }: Library, section: string): Draft[] =>
  Object.entries(allDialects()).map(
    ([
      name,
      {
        'x-dialect': { summary },
      },
    ]) => ({
      title: `${texts[language].dialect} ${name}`,
      names: name,
      text: plainText(summary[language]),
      section,
      url: `${guidePath('decisions')}#${dialectAnchor(name)}`,
    }),
  );

/** Names and descriptions of everything that travels in an operation. */
function contentOf(document: ContractDocument, operation: Operation): { names: string[]; texts: string[] } {
  const parameters = (operation.parameters ?? []).map((node) => resolve<Parameter>(document, node));
  const bodies = [
    operation.requestBody?.content,
    ...Object.entries(operation.responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([, node]) => resolve<Response>(document, node).content),
  ];
  const fields = bodies
    .flatMap((content) => Object.values(content ?? {}))
    .flatMap(({ schema }) => fieldsOf(document, schema));
  return {
    names: [...parameters.map(({ name }) => name), ...fields.map(({ path }) => path)],
    texts: [
      ...parameters.map(({ description }) => String(description ?? '')),
      ...fields.map(({ schema }) => schema.description ?? ''),
    ],
  };
}

function operationRecords({ areas }: Library, document: ContractDocument): Draft[] {
  return areas.flatMap((area) =>
    area.operations.map(({ operation, path }) => {
      const { names, texts } = contentOf(document, operation);
      return {
        title: operation.summary,
        names: [...new Set([operation.operationId, path, ...names])].join(' '),
        text: `${plainText(operation.description)} ${plainText([...new Set(texts)].join(' '))}`,
        section: area.title,
        url: `${areaPath(area.slug)}#${operation.operationId}`,
      };
    }),
  );
}

/** Everything that the search of one language can find. */
export function searchRecords(library: Library, document: ContractDocument): SearchRecord[] {
  const titleOf = (slug: string) => library.guides.find((guide) => guide.slug === slug)?.title ?? '';
  const drafts = [
    ...guideRecords(library),
    ...operationRecords(library, document),
    ...errorRecords(library.language, titleOf('errors')),
    ...decisionRecords(library, titleOf('decisions')),
    ...dialectRecords(library, titleOf('decisions')),
  ];
  const synonyms = otherWords(library.language);
  return drafts.map((draft, id) => ({
    ...draft,
    id,
    synonyms: synonyms(`${draft.title} ${draft.text}`),
    excerpt:
      draft.text.length > excerptLength
        ? `${draft.text.slice(0, excerptLength).replace(/\s\S*$/, '')} …`
        : draft.text,
  }));
}
