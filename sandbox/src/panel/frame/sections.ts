// Serves the sections of a terminal: each is a page, with the changes that its forms can make.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Both } from '../../html/language.ts';
import type { Html } from '../../html/template.ts';
import { expireOverdue } from '../../payments/expiry.ts';
import { clockOf } from '../../terminals/terminals.ts';
import { PanelFailure } from './failures.ts';
import { layout } from './layout.ts';
import { redirect, sendPage } from './reply.ts';
import type { Content, Panel, RefusedForm, TerminalVisit, Visit } from './visit.ts';

/** What became of a change: done, refused with a sentence, or done with a secret to show this once. */
export type ChangeResult =
  | { done: string; to?: string }
  | { mistake: Html | string; refused?: RefusedForm }
  | { once: Html };

export type Change = (visit: TerminalVisit, form: URLSearchParams, panel: Panel) => Promise<ChangeResult>;

export interface Section {
  /** After the terminal's own address; may have parameters. */
  path: string;
  /** The section that the navigation marks, when it is not this one. */
  within?: string;
  /** @throws PanelFailure when the terminal has nothing there. */
  view: (visit: TerminalVisit, panel: Panel) => Promise<Content>;
  /** What is said after a change, by the name that stands in the address. */
  notices?: Record<string, Both>;
  changes?: Record<string, Change>;
}

type SectionRequest = FastifyRequest<{ Params: Record<string, string> }>;

async function terminalVisit(
  visit: Visit,
  { params, url }: SectionRequest,
  { services }: Panel,
): Promise<TerminalVisit> {
  const terminal = await services.storage.db
    .selectFrom('terminals')
    .selectAll()
    .where('id', '=', params.terminal ?? '')
    .executeTakeFirst();
  if (!terminal) throw new PanelFailure('not found');
  // As in the API, nobody sees a payment open whose time is over.
  await expireOverdue(services, terminal.id);
  const [, query = ''] = url.split('?', 2);
  return {
    ...visit,
    terminal,
    now: (await clockOf(services, terminal.id)) ?? services.clock.now(),
    base: `/dashboard/${visit.language}/terminals/${terminal.id}`,
    params,
    query: new URLSearchParams(query),
  };
}

/** The section's path with its parameters filled in. */
function pathOf({ path }: Section, params: Record<string, string>): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

export function serveSection(
  app: FastifyInstance,
  panel: Panel,
  section: Section,
  visitOf: (request: FastifyRequest) => Visit,
): void {
  const address = `/dashboard/:language/terminals/:terminal${section.path}`;
  const show = async (reply: FastifyReply, status: number, visit: TerminalVisit) => {
    const content = await section.view(visit, panel);
    return sendPage(reply, status, layout(visit, content, section.within ?? section.path));
  };
  app.get(address, async (request: SectionRequest, reply) => {
    const visit = await terminalVisit(visitOf(request), request, panel);
    const done = visit.query.get('done') ?? '';
    const notice = Object.hasOwn(section.notices ?? {}, done) ? section.notices?.[done] : undefined;
    return show(reply, 200, notice ? { ...visit, notice: visit.of(notice) } : visit);
  });
  for (const [name, change] of Object.entries(section.changes ?? {})) {
    app.post(`${address}/${name}`, async (request: SectionRequest, reply) => {
      const visit = await terminalVisit(visitOf(request), request, panel);
      const here = visit.place.slice(0, -name.length - 1);
      const form = request.body as URLSearchParams;
      const result = await change(visit, form, panel);
      if ('done' in result) {
        const path = result.to ?? pathOf(section, visit.params);
        return redirect(reply, `${visit.base}${path}?done=${result.done}`);
      }
      // The page shows what has changed meanwhile, and its address is that of the section.
      const since = await terminalVisit({ ...visit, place: here }, request, panel);
      return 'mistake' in result
        ? show(reply, 422, { ...since, ...result })
        : show(reply, 200, { ...since, once: result.once });
    });
    // Whoever switches the language, or reloads by the address, after such an answer.
    app.get(`${address}/${name}`, async (request: SectionRequest, reply) => {
      const { base, params } = await terminalVisit(visitOf(request), request, panel);
      return redirect(reply, `${base}${pathOf(section, params)}`);
    });
  }
}
