// What every table of a guide is made with.
import type { Decision } from '../../../foundation/reader/decisions.ts';
import type { Language } from '../languages.ts';
import type { MarkdownContext } from './markdown.ts';

export interface TableContext {
  language: Language;
  markdown: MarkdownContext;
  decisions: Decision[];
}
