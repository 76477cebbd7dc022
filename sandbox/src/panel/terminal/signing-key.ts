// The section of the signing key, with the danger zone at its end, as the gateway's documentation places it.
import { signing } from '../../../../generated/facts.ts';
import { badge, code, definitions, form, secretOnce } from '../../html/elements.ts';
import { html } from '../../html/template.ts';
import type { Flag } from '../../storage/schema.ts';
import { revokeTokens } from '../../terminals/terminals.ts';
import type { Section } from '../frame/sections.ts';
import { workingTokens } from './tokens.ts';

export const signingKeySection: Section = {
  path: '/signing-key',
  notices: {
    required: {
      en: 'From now on every request must be signed.',
      fa: 'از این پس همهٔ درخواست‌ها باید امضا شوند.',
    },
    optional: { en: 'Requests need no signature any more.', fa: 'درخواست‌ها دیگر به امضا نیاز ندارند.' },
    revoked: {
      en: 'Every token of this terminal has been revoked. Create a new one under API tokens.',
      fa: 'همهٔ توکن‌های این ترمینال باطل شد. در بخش توکن‌ها یک توکن جدید ایجاد کنید.',
    },
  },
  changes: {
    renew: async (visit, _form, { services }) => {
      const secretKey = services.identifiers.secretKey();
      await services.storage.write((unit) =>
        unit
          .updateTable('terminals')
          .set({ secret_key: secretKey })
          .where('id', '=', visit.terminal.id)
          .execute(),
      );
      return { once: secretOnce(visit, [[visit.say('New secret key', 'کلید مخفی جدید'), secretKey]]) };
    },
    require: async (visit, form, { services }) => {
      const required: Flag = form.get('require') === 'yes' ? 1 : 0;
      if (required === 1 && visit.terminal.secret_key === null) {
        return { mistake: visit.say('Make a secret key first.', 'نخست یک کلید مخفی بسازید.') };
      }
      await services.storage.write((unit) =>
        unit
          .updateTable('terminals')
          .set({ require_signature: required })
          .where('id', '=', visit.terminal.id)
          .execute(),
      );
      return { done: required === 1 ? 'required' : 'optional' };
    },
    revoke: async (visit, form, { services }) => {
      if (form.get('confirm') !== 'yes') {
        return {
          mistake: visit.say(
            'Tick the box in the danger zone to confirm. Nothing was revoked.',
            'برای تأیید، کادر «ناحیهٔ خطر» را علامت بزنید. چیزی باطل نشد.',
          ),
        };
      }
      await revokeTokens(services, visit.terminal.id);
      return { done: 'revoked' };
    },
  },
  view: async (visit, { services }) => {
    const { say, base, terminal, now, count } = visit;
    const tokens = await services.storage.db
      .selectFrom('tokens')
      .selectAll()
      .where('terminal_id', '=', terminal.id)
      .execute();
    const working = workingTokens(now, tokens).length;
    const { secret_key: key, require_signature: required } = terminal;
    const { parts, separator, signature_header: header, timestamp_header: timestamp } = signing.request;
    const body = html`${definitions([
      [
        say('Secret key', 'کلید مخفی'),
        key === null
          ? badge('quiet', say('None', 'ندارد'))
          : html`<code dir="ltr">••••••••${key.slice(-4)}</code>`,
      ],
      [
        say('Signature of requests', 'امضای درخواست‌ها'),
        required === 1
          ? badge('good', say('Required', 'الزامی'))
          : badge('quiet', say('Optional', 'اختیاری')),
      ],
      [say('What is signed', 'آنچه امضا می‌شود'), code(parts.join(separator))],
      [say('Headers', 'هدرها'), html`${code(header)} ${code(timestamp)}`],
    ])}
<section class="card"><h2>${say('Renew the key', 'تعویض کلید')}</h2>
<p>${say(
      'The old key stops at once: requests signed with it are refused, and answers are signed with the new one. The new key is shown once.',
      'کلید قدیمی بی‌درنگ از کار می‌افتد: درخواست‌های امضاشده با آن پذیرفته نمی‌شود و پاسخ‌ها با کلید جدید امضا می‌شود. کلید جدید فقط یک بار نشان داده می‌شود.',
    )}</p>
${form(visit, `${base}/signing-key/renew`, html`<button>${key === null ? say('Make a key', 'ساخت کلید') : say('Renew the key', 'تعویض کلید')}</button>`)}</section>
<section class="card"><h2>${say('Require signatures', 'الزامی کردن امضا')}</h2>
<p>${say(
      'When signatures are required, a request without one is refused.',
      'اگر امضا الزامی باشد، درخواست بدون امضا پذیرفته نمی‌شود.',
    )}</p>
${form(
  visit,
  `${base}/signing-key/require`,
  required === 1
    ? html`<button name="require" value="no">${say('Make them optional', 'اختیاری کردن امضا')}</button>`
    : html`<button name="require" value="yes"${key === null ? html` disabled` : null}>${say('Require signatures', 'الزامی کردن امضا')}</button>`,
)}</section>
<section class="danger" id="danger"><h2>${say('Danger zone', 'ناحیهٔ خطر')}</h2>
<p>${say(
      `All tokens of this terminal stop at once, without grace (${count(working)} in use). There is no way back.`,
      `همهٔ توکن‌های این ترمینال بی‌درنگ و بدون مهلت از کار می‌افتد (${count(working)} توکن معتبر). این کار بازگشت ندارد.`,
    )}</p>
${form(
  visit,
  `${base}/signing-key/revoke`,
  html`<label class="check"><input type="checkbox" name="confirm" value="yes" required> ${say('Yes, revoke every token of this terminal', 'بله، همهٔ توکن‌های این ترمینال باطل شود')}</label>
<button class="dangerous"${working === 0 ? html` disabled` : null}>${say('Revoke: the token has leaked', 'باطل کن — توکن لو رفته')}</button>`,
)}</section>`;
    return { title: say('Signing key', 'مدیریت کلید امضا'), body };
  },
};
