// The section of dialects: how the gateway speaks to this terminal, where its documentation leaves that open.
import { allDialects, type Dialect, decisionsOfDialects } from '../../../../foundation/dialects/catalogue.ts';
import { badge, code, form, prose } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import { chosenDialects } from '../../terminals/dialects.ts';
import { setDialects } from '../../terminals/terminals.ts';
import type { Section } from '../frame/sections.ts';
import type { TerminalVisit } from '../frame/visit.ts';

/** Those that are made of several others come first: one tick speaks them all. */
function inOrder(): [name: string, dialect: Dialect][] {
  const parts = ({ 'x-dialect': { includes = [] } }: Dialect) => includes.length;
  return Object.entries(allDialects()).sort(([, one], [, other]) => {
    const [first, second] = [parts(one), parts(other)].map((count) => (count > 1 ? count : 0));
    return (second ?? 0) - (first ?? 0);
  });
}

/** Names with blanks between them, each in its own direction. */
const codes = (names: readonly string[]) => html`${names.map((name) => html`${code(name)} `)}`;

/** The questions that the documentation leaves open here, and what the contract has decided. */
function decisions({ say, of, count }: TerminalVisit, ids: readonly number[]): Html {
  const known = decisionsOfDialects();
  const listed = ids.map((id) => count(id)).join(say(', ', '، '));
  return html`<details><summary class="fold">${ids.length === 1 ? say(`Decision ${listed}`, `تصمیم ${listed}`) : say(`Decisions ${listed}`, `تصمیم‌های ${listed}`)}</summary>
${ids.map((id) => {
  const decision = known[id];
  return decision === undefined
    ? html``
    : html`<p><strong>${count(id)}. ${prose(of(decision.title))}</strong><br>${say('The contract:', 'قرارداد API:')} ${prose(of(decision.summary))}</p>`;
})}</details>`;
}

function choice(visit: TerminalVisit, name: string, dialect: Dialect, chosen: boolean): Html {
  const { say, of } = visit;
  const { summary, includes = [], contradicts, decisions: ids } = dialect['x-dialect'];
  return html`<li><label class="check"><input type="checkbox" name="dialect" value="${name}"${chosen ? html` checked` : null}><span>${code(name)}${
    contradicts === undefined
      ? null
      : html` ${badge('waiting', say('Not today’s gateway', 'نه درگاه امروز'))}`
  }<br>${prose(of(summary))}</span></label>
${includes.length === 0 ? null : html`<p class="hint">${say('Made of', 'ساخته‌شده از')} ${codes(includes)}</p>`}
${decisions(visit, ids)}</li>`;
}

export const dialectsSection: Section = {
  path: '/dialects',
  notices: {
    spoken: {
      en: 'From the next request on this terminal is answered in these dialects.',
      fa: 'از درخواست بعدی، پاسخ‌های این ترمینال با همین گویش‌هاست.',
    },
    following: {
      en: 'This terminal follows the sandbox again.',
      fa: 'این ترمینال دوباره از سندباکس پیروی می‌کند.',
    },
  },
  changes: {
    speak: async ({ terminal, say }, sent, { services }) => {
      const wanted = sent.getAll('dialect');
      const known = Object.keys(allDialects());
      const unknown = wanted.find((name) => !known.includes(name));
      if (unknown !== undefined) {
        return {
          mistake: say(
            `There is no dialect “${unknown}”. Nothing was changed.`,
            `گویشی به نام «${unknown}» وجود ندارد. چیزی تغییر نکرد.`,
          ),
        };
      }
      await setDialects(services, terminal.id, [...new Set(wanted)]);
      return { done: 'spoken' };
    },
    follow: async ({ terminal }, _sent, { services }) => {
      await setDialects(services, terminal.id, null);
      return { done: 'following' };
    },
  },
  view: async (visit, { services }) => {
    const { say, base, terminal } = visit;
    const { byDefault } = services.contracts;
    const spoken = chosenDialects(terminal, services.contracts);
    const ofSandbox =
      byDefault.dialects.length === 0 ? say('no dialect', 'هیچ گویشی') : codes(byDefault.dialects);
    const body = html`<p>${say(
      'Where the documentation of the gateway is silent or contradicts itself, the contract has decided, and the gateway may have decided otherwise. Tick how it shall answer this terminal, and see whether your program bears it.',
      'هر جا مستندات درگاه چیزی نگفته یا خودش را نقض کرده، قرارداد API تصمیمی گرفته است و شاید درگاه جور دیگری تصمیم گرفته باشد. آنچه را می‌خواهید علامت بزنید تا درگاه به این ترمینال همان‌طور پاسخ دهد، و ببینید برنامهٔ شما از پس آن برمی‌آید یا نه.',
    )}</p>
<p>${say('Spoken now:', 'گویش‌های کنونی:')} ${
      spoken.length === 0
        ? html`<strong>${say('none, the contract as it stands', 'هیچ‌کدام؛ همان قرارداد API')}</strong>`
        : codes(spoken)
    } ${terminal.dialects === null ? badge('quiet', say('As the sandbox', 'مانند سندباکس')) : null}</p>
${form(
  visit,
  `${base}/dialects/speak`,
  html`<fieldset class="bare"><legend class="unseen">${say('Dialects', 'گویش‌ها')}</legend>
<ul class="dialects">${inOrder().map(([name, dialect]) => choice(visit, name, dialect, spoken.includes(name)))}</ul></fieldset>
<p class="bar"><button class="main">${say('Save the dialects', 'ذخیرهٔ گویش‌ها')}</button></p>`,
)}
${
  terminal.dialects === null
    ? null
    : html`<section class="card"><h2>${say('Follow the sandbox again', 'پیروی دوباره از سندباکس')}</h2>
<p>${say('The sandbox itself was started with', 'خود سندباکس با این راه افتاده است:')} ${ofSandbox}.</p>
${form(visit, `${base}/dialects/follow`, html`<button>${say('Follow the sandbox', 'پیروی از سندباکس')}</button>`)}</section>`
}
<p class="hint">${say(
      'Answers that are stored for an idempotency key stay as they were given.',
      'پاسخ‌هایی که برای یک کلید Idempotency ذخیره شده‌اند همان می‌مانند که بودند.',
    )}</p>`;
    return { title: say('Dialects', 'گویش‌ها'), body };
  },
};
