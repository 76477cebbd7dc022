// The section of API tokens: create one, rotate them all with grace, and see which of them still work.
import { sandbox, tokens as tokenFacts } from '../../../../generated/facts.ts';
import { badge, code, empty, form, secretOnce, type Tone, table } from '../../html/elements.ts';
import { html } from '../../html/template.ts';
import type { TokenRow } from '../../storage/schema.ts';
import { issueToken, rotateTokens } from '../../terminals/terminals.ts';
import type { Section } from '../frame/sections.ts';
import type { TerminalVisit } from '../frame/visit.ts';

const day = 86_400_000;

/** Why a token works or does not, in the order in which the API asks. */
function tokenState({ say, now, duration }: TerminalVisit, token: TokenRow): [Tone, string] {
  const { revoked_at: revokedAt, expires_at: expiresAt, grace_ends_at: graceEndsAt } = token;
  if (revokedAt !== null) return ['bad', say('Revoked', 'باطل‌شده')];
  if (now >= expiresAt) return ['quiet', say('Expired', 'منقضی‌شده')];
  if (graceEndsAt === null) return ['good', say('Works', 'معتبر')];
  if (now >= graceEndsAt) return ['quiet', say('Rotated away', 'کنار گذاشته‌شده')];
  const left = duration(graceEndsAt - now);
  return ['waiting', say(`Old; works for another ${left}`, `قدیمی؛ هنوز ${left} معتبر است`)];
}

/** How many tokens a terminal can still use. */
export function workingTokens(now: number, tokens: readonly TokenRow[]): TokenRow[] {
  return tokens.filter(
    ({ revoked_at, expires_at, grace_ends_at }) =>
      revoked_at === null && now < expires_at && (grace_ends_at === null || now < grace_ends_at),
  );
}

export const tokensSection: Section = {
  path: '/tokens',
  changes: {
    create: async (visit, _form, { services }) => {
      const token = await issueToken(services, visit.terminal.id);
      return { once: secretOnce(visit, [[visit.say('New API token', 'توکن جدید'), token]]) };
    },
    rotate: async (visit, _form, { services }) => {
      const token = await rotateTokens(services, visit.terminal.id);
      return { once: secretOnce(visit, [[visit.say('New API token', 'توکن جدید'), token]]) };
    },
  },
  view: async (visit, { services }) => {
    const { say, base, moment, duration, count, terminal, now } = visit;
    const tokens = await services.storage.db
      .selectFrom('tokens')
      .selectAll()
      .where('terminal_id', '=', terminal.id)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(100)
      .execute();
    const title = say('API tokens', 'توکن‌ها (API Tokens)');
    const grace = duration(tokenFacts.rotation.grace_seconds * 1000);
    const lifetime = duration(sandbox.token_lifetime_days * day);
    const rows = tokens.map((token) => [
      code(token.id),
      badge(...tokenState(visit, token)),
      moment(token.created_at),
      moment(Math.min(token.expires_at, token.grace_ends_at ?? token.expires_at)),
    ]);
    const columns = [
      say('Identifier', 'شناسه'),
      say('State', 'وضعیت'),
      say('Created', 'زمان ایجاد'),
      say('Works until', 'اعتبار تا'),
    ];
    const working = workingTokens(now, tokens).length;
    const body = html`<p>${say(
      `A token is shown once, when it is made; the sandbox keeps only its fingerprint. It works for ${lifetime}.`,
      `توکن فقط یک بار، هنگام ایجاد، نشان داده می‌شود و سندباکس تنها اثر آن را نگه می‌دارد. هر توکن ${lifetime} معتبر است.`,
    )}</p>
${rows.length === 0 ? empty(say('There is no token yet.', 'هنوز توکنی نیست.')) : table(title, columns, rows)}
<section class="card"><h2>${say('Create a token', 'ایجاد توکن')}</h2>
<p>${say('The other tokens go on working.', 'توکن‌های دیگر همچنان کار می‌کنند.')}</p>
${form(visit, `${base}/tokens/create`, html`<button class="main">${say('Create a token', 'ایجاد توکن')}</button>`)}</section>
<section class="card"><h2>${say('Rotate the tokens', 'چرخش توکن‌ها')}</h2>
<p>${say(
      `A new token begins now, and every older one stops after ${grace}. Until then its answers carry a header that says so:`,
      `توکن جدید از همین حالا کار می‌کند و هر توکن قدیمی پس از ${grace} از کار می‌افتد. تا آن زمان، پاسخ‌هایش این هدر هشدار را دارد:`,
    )} ${code('X-Token-Deprecated')}</p>
${form(
  visit,
  `${base}/tokens/rotate`,
  html`<button${working === 0 ? html` disabled` : null}>${say(`Rotate (${count(working)} in use)`, `چرخش (${count(working)} توکن معتبر)`)}</button>`,
)}</section>
<p>${say('Has a token leaked?', 'توکنی لو رفته است؟')} <a href="${base}/signing-key#danger">${say('Revoke it in the danger zone of the signing key', 'در «ناحیهٔ خطر» صفحهٔ مدیریت کلید امضا آن را باطل کنید')}</a>${say('.', '.')}</p>`;
    return { title, body };
  },
};
