// The button that sends a dead letter once more, in the list and on the delivery's own page.
import { form } from '../../html/elements.ts';
import type { Both } from '../../html/language.ts';
import { type Html, html } from '../../html/template.ts';
import { type RetryOutcome, retryDeadLetter } from '../../webhooks/dead-letters.ts';
import { PanelFailure } from '../frame/failures.ts';
import type { ChangeResult } from '../frame/sections.ts';
import type { Panel, TerminalVisit } from '../frame/visit.ts';

export const retryNotices: Record<string, Both> = {
  retried: {
    en: 'It was sent once more; its state says how that ended.',
    fa: 'یک بار دیگر فرستاده شد و نتیجه در وضعیت آن آمده است.',
  },
};

const refusals: Record<Exclude<RetryOutcome, 'queued' | 'unknown'>, Both> = {
  'not dead': { en: 'It is not a dead letter any more.', fa: 'این پیام دیگر در صف پیام‌های ناموفق نیست.' },
  unsubscribed: {
    en: 'The webhook was unsubscribed: nothing is sent there any more.',
    fa: 'اشتراک این وب‌هوک لغو شده است و دیگر چیزی به آن فرستاده نمی‌شود.',
  },
};

export function retryButton(visit: TerminalVisit, action: string, id: string): Html {
  return form(
    visit,
    action,
    html`<input type="hidden" name="id" value="${id}"><button class="main">${visit.say('Send again', 'ارسال دوباره')}</button>`,
    'inline',
  );
}

/** @throws PanelFailure when the terminal has no such delivery. */
export async function retry(
  visit: TerminalVisit,
  { services, background }: Panel,
  id: string,
): Promise<ChangeResult> {
  const outcome = await retryDeadLetter(services, visit.terminal.id, id);
  if (outcome === 'unknown') throw new PanelFailure('not found');
  if (outcome !== 'queued') return { mistake: visit.of(refusals[outcome]) };
  await background.settle();
  return { done: 'retried' };
}
