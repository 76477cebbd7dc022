// The settings of a terminal: its name, whether it may be used, and from which addresses.
import { isAddressList } from '../../core/addresses.ts';
import { code, definitions, form, select } from '../../html/elements.ts';
import { html } from '../../html/template.ts';
import type { TerminalRow } from '../../storage/schema.ts';
import type { Section } from '../frame/sections.ts';
import type { Panel } from '../frame/visit.ts';
import { stateName, terminalStates } from './states.ts';

function update({ services }: Panel, id: string, changes: Partial<TerminalRow>) {
  return services.storage.write((unit) =>
    unit.updateTable('terminals').set(changes).where('id', '=', id).execute(),
  );
}

export const settingsSection: Section = {
  path: '/settings',
  notices: {
    state: { en: 'The state was changed.', fa: 'وضعیت تغییر کرد.' },
    addresses: { en: 'The list of addresses was changed.', fa: 'فهرست آدرس‌ها تغییر کرد.' },
  },
  changes: {
    state: async ({ terminal, say }, form, panel) => {
      const state = form.get('state') ?? '';
      if (!Object.hasOwn(terminalStates, state)) {
        return { mistake: say('Choose one of the states.', 'یکی از وضعیت‌ها را انتخاب کنید.') };
      }
      await update(panel, terminal.id, { state: state as TerminalRow['state'] });
      return { done: 'state' };
    },
    addresses: async ({ terminal, say }, form, panel) => {
      const list = (form.get('addresses') ?? '').split(/[\s,،]+/).filter((entry) => entry !== '');
      const wrong = list.find((entry) => !isAddressList([entry]));
      if (wrong !== undefined) {
        return {
          mistake: say(
            `“${wrong}” is neither an IP address nor a range such as 203.0.113.0/24. Nothing was changed.`,
            `«${wrong}» نه آدرس IP است و نه بازه‌ای مثل 203.0.113.0/24. چیزی تغییر نکرد.`,
          ),
        };
      }
      await update(panel, terminal.id, {
        ip_allow_list: list.length === 0 ? null : JSON.stringify([...new Set(list)]),
      });
      return { done: 'addresses' };
    },
  },
  view: async (visit) => {
    const { say, base, terminal, moment } = visit;
    const list = terminal.ip_allow_list === null ? [] : (JSON.parse(terminal.ip_allow_list) as string[]);
    const states = Object.keys(terminalStates) as TerminalRow['state'][];
    const body = html`${definitions([
      [say('Name', 'نام'), html`<bdi>${terminal.name}</bdi>`],
      [say('Identifier', 'شناسه'), code(terminal.id)],
      [say('Merchant code', 'کد پذیرنده'), code(terminal.merchant_code)],
      [say('Created', 'زمان ایجاد'), moment(terminal.created_at)],
    ])}
<section class="card"><h2>${say('State', 'وضعیت')}</h2>
<p>${say(
      'Only an active terminal is served; in any other state every request is refused, so that you can test for it.',
      'فقط ترمینال فعال پاسخ می‌گیرد. در هر وضعیت دیگر همهٔ درخواست‌ها رد می‌شود تا بتوانید آن را تست کنید.',
    )}</p>
${form(
  visit,
  `${base}/settings/state`,
  html`${select(
    'state',
    say('State of the terminal', 'وضعیت ترمینال'),
    states.map((state) => [state, stateName(visit, state)] as const),
    terminal.state,
  )}<button class="main">${say('Change the state', 'تغییر وضعیت')}</button>`,
  'fields',
)}</section>
<section class="card"><h2>${say('Allowed addresses (IP)', 'آدرس‌های IP مجاز')}</h2>
<p>${say(
      'One address or range on each line. While the list is empty, every address is allowed.',
      'در هر سطر یک آدرس یا بازه بنویسید. تا وقتی فهرست خالی است، همهٔ آدرس‌ها مجازند.',
    )}</p>
${form(
  visit,
  `${base}/settings/addresses`,
  html`<label>${say('Addresses', 'آدرس‌ها')}<textarea name="addresses" rows="4" dir="ltr" spellcheck="false">${list.join('\n')}</textarea></label>
<button class="main">${say('Save the list', 'ذخیرهٔ فهرست')}</button>`,
  'fields',
)}</section>
<p>${say('Signatures of requests:', 'امضای درخواست‌ها:')} <a href="${base}/signing-key">${say('signing key', 'مدیریت کلید امضا')}</a></p>`;
    return { title: say('Settings', 'تنظیمات'), body };
  },
};
