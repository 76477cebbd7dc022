// What every page of the panel is given: the language, who is looking, and what the address asks for.

import type { FaultyFields } from '../../contract/errors.ts';
import type { Background } from '../../core/background.ts';
import type { Services } from '../../core/services.ts';
import type { Speech } from '../../html/language.ts';
import type { Html } from '../../html/template.ts';
import type { Observed } from '../../observed/observed.ts';
import type { TerminalRow } from '../../storage/schema.ts';

/** What the panel works on. */
export interface Panel {
  services: Services;
  background: Background;
  observed: Observed;
}

export interface Visit extends Speech {
  /** Stands in every form, and is asked for with every change. */
  formToken: string;
  /** Whether somebody has logged in, and may log out. */
  loggedIn: boolean;
  /** The address without the language, with its query: what the switch of languages keeps. */
  place: string;
}

/** A form that was refused: it comes back as it was sent, with what is wrong at its fields. */
export interface RefusedForm {
  /** The change that it asked for. */
  name: string;
  values: URLSearchParams;
  fields: FaultyFields;
}

export interface TerminalVisit extends Visit {
  terminal: TerminalRow;
  /** The moment on the terminal's clock, in milliseconds. */
  now: number;
  /** Where the terminal's pages begin, with the language. */
  base: string;
  params: Record<string, string>;
  query: URLSearchParams;
  /** What has just been done. */
  notice?: string;
  /** Why nothing was done. */
  mistake?: Html | string;
  refused?: RefusedForm;
  /** A secret that stands on this page and never again. */
  once?: Html;
}

/** A page's own part of the document. */
export interface Content {
  title: string;
  body: Html;
  /** A script of the panel's assets that the page can do without. */
  script?: string;
}
