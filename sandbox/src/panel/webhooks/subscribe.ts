// The form that subscribes a webhook, and what becomes of it; a secret that the gateway made is shown this once.
import { type WebhookEvent, webhookEvents } from '../../../../generated/facts.ts';
import { code, form, prose, secretOnce } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import type { Change } from '../frame/sections.ts';
import type { RefusedForm, TerminalVisit } from '../frame/visit.ts';
import { carryOut } from './operation.ts';
import { fieldMistake, markedFaulty, refusalSentence } from './refusal.ts';

const fieldNames = ['url', 'events', 'secret', 'description'];

export const subscribe: Change = async (visit, form, panel) => {
  // An empty field of a form is one that was not given.
  const given = (name: string) => (form.get(name) ? { [name]: form.get(name) } : {});
  const result = await carryOut<{ webhook: { secret: string } }>(visit, panel, 'subscribeWebhook', {
    ...given('url'),
    events: form.getAll('events'),
    ...given('secret'),
    ...given('description'),
  });
  if ('error' in result) {
    return {
      mistake: refusalSentence(visit, result, fieldNames),
      refused: { name: 'subscribe', values: form, fields: result.fields },
    };
  }
  if (form.get('secret')) return { done: 'subscribed' };
  const label = visit.say('Secret of the webhook', 'کلید مخفی وب‌هوک');
  return { once: secretOnce(visit, [[label, result.data.webhook.secret]]) };
};

const nothingRefused: RefusedForm = { name: '', values: new URLSearchParams(), fields: {} };

function textField(
  visit: TerminalVisit,
  { values, fields }: RefusedForm,
  name: string,
  label: string,
  hint: string,
  attributes: Html,
): Html {
  return html`<div class="field"><label>${label}<input name="${name}" value="${values.get(name) ?? ''}" autocomplete="off"${attributes}${markedFaulty(fields, name)}></label>
${fieldMistake(visit, fields, name)}<span class="hint">${prose(hint)}</span></div>`;
}

/** The form, with what was refused in it. */
export function subscriptionForm(visit: TerminalVisit): Html {
  const { say, of, base } = visit;
  const refused = visit.refused?.name === 'subscribe' ? visit.refused : nothingRefused;
  const faultyEvents = fieldMistake(visit, refused.fields, 'events');
  const chosen = refused.values.getAll('events');
  const events = Object.keys(webhookEvents) as WebhookEvent[];
  const choices = events.map(
    (event) =>
      html`<label class="check"><input type="checkbox" name="events" value="${event}"${chosen.includes(event) ? html` checked` : null}><span>${of(webhookEvents[event].summary)}<br>${code(event)}</span></label>`,
  );
  return html`<section class="card" id="subscribe"><h2>${say('Subscribe an address', 'ثبت آدرس جدید')}</h2>
${form(
  visit,
  `${base}/webhooks/subscribe`,
  html`${textField(
    visit,
    refused,
    'url',
    say('Address', 'آدرس'),
    say(
      'Begins with `https://`; on this machine `http://` will do while the sandbox is local.',
      'با `https://` شروع می‌شود. تا وقتی سندباکس فقط روی همین دستگاه است، `http://` همین دستگاه هم پذیرفته است.',
    ),
    html` dir="ltr" inputmode="url" spellcheck="false"`,
  )}
<fieldset${faultyEvents === null ? null : html` class="faulty" aria-describedby="events-mistake"`}><legend>${say('Events', 'رویدادها')}</legend>
${faultyEvents}<div class="choices">${choices}</div></fieldset>
${textField(
  visit,
  refused,
  'secret',
  say('Secret for signatures (optional)', 'کلید مخفی برای امضا (اختیاری)'),
  say(
    'Without one the gateway makes it, and shows it once.',
    'اگر ننویسید، درگاه کلیدی می‌سازد و فقط یک بار نشان می‌دهد.',
  ),
  html` dir="ltr" spellcheck="false"`,
)}
${textField(
  visit,
  refused,
  'description',
  say('Description (optional)', 'توضیح (اختیاری)'),
  say('To recognise it by.', 'برای اینکه بعداً آن را بشناسید.'),
  html` dir="auto"`,
)}
<button class="main">${say('Subscribe', 'ثبت آدرس')}</button>`,
  'stack',
)}</section>`;
}
