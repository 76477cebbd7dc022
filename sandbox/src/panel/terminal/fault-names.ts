// The faults that the panel offers, in both languages, and what each is told.
import { type ErrorName, errors, type OperationId, operations } from '../../../../generated/facts.ts';
import type { FaultSettings } from '../../faults/orders.ts';
import type { Both, Speech } from '../../html/language.ts';
import { type Html, html } from '../../html/template.ts';
import type { FaultKind, FaultRow } from '../../storage/schema.ts';

export interface Disturbance extends Both {
  kind: Exclude<FaultKind, 'error'>;
  /** What it strikes: requests of an operation, events of webhooks, or the way back from the payer's page. */
  strikes: 'requests' | 'events' | 'callbacks';
  /** The settings of an order for so many seconds; those that know no time ignore them. */
  settings: (seconds: number) => FaultSettings;
}

/** Ordered by the name of the choice, because one kind may stand for two choices. */
export const disturbances: Record<string, Disturbance> = {
  slow: {
    kind: 'latency',
    strikes: 'requests',
    en: 'The answer comes so many seconds late',
    fa: 'پاسخ با تأخیر می‌رسد',
    settings: (seconds) => ({ milliseconds: seconds * 1000 }),
  },
  cut_before: {
    kind: 'connection_cut',
    strikes: 'requests',
    en: 'The connection breaks before anything is done',
    fa: 'اتصال پیش از انجام کار قطع می‌شود',
    settings: () => ({ when: 'before' }),
  },
  cut_after: {
    kind: 'connection_cut',
    strikes: 'requests',
    en: 'It is done, and the connection breaks before the answer',
    fa: 'کار انجام می‌شود و اتصال پیش از پاسخ قطع می‌شود',
    settings: () => ({ when: 'after' }),
  },
  firewall: {
    kind: 'firewall_page',
    strikes: 'requests',
    en: 'A firewall answers with an HTML page',
    fa: 'دیوار آتش با یک صفحهٔ HTML پاسخ می‌دهد',
    settings: () => ({}),
  },
  callback_twice: {
    kind: 'callback_duplicate',
    strikes: 'callbacks',
    en: 'The callback comes twice',
    fa: 'بازگشت از درگاه (callback) دو بار می‌رسد',
    settings: () => ({}),
  },
  webhook_twice: {
    kind: 'webhook_duplicate',
    strikes: 'events',
    en: 'A webhook comes twice',
    fa: 'وب‌هوک دو بار می‌رسد',
    settings: () => ({}),
  },
  webhook_late: {
    kind: 'webhook_late',
    strikes: 'events',
    en: 'A webhook comes so many seconds late',
    fa: 'وب‌هوک با تأخیر می‌رسد',
    settings: (seconds) => ({ seconds }),
  },
  webhook_disorder: {
    kind: 'webhook_out_of_order',
    strikes: 'events',
    en: 'A webhook comes after the next one, or so many seconds late',
    fa: 'وب‌هوک پس از وب‌هوک بعدی می‌رسد، یا با تأخیر',
    settings: (seconds) => ({ seconds }),
  },
};

export const errorNames = Object.keys(errors) as ErrorName[];

/** Whether an operation ever answers with an error. */
export function canAnswer(operation: string, error: ErrorName): boolean {
  return (operations[operation as OperationId].errors as readonly ErrorName[]).includes(error);
}

/** For a choice, where markup is not possible: the code keeps its sign on its left. */
export function errorChoice({ of }: Speech, name: ErrorName): string {
  return `\u2066${errors[name].code}\u2069 · ${of(errors[name].meaning).replaceAll('`', '')}`;
}

/** How late it makes things: from the least to the most, where that is decided by chance. */
function lateness(speech: Speech, settings: FaultSettings): string {
  const { say, count } = speech;
  // The requests of a minute are told apart by parts of a second, which the usual way of saying rounds off.
  const duration = (milliseconds: number) => {
    if (milliseconds >= 60_000) return speech.duration(milliseconds);
    return milliseconds < 1000
      ? say(`${count(milliseconds)} ms`, `${count(milliseconds)} میلی‌ثانیه`)
      : say(`${count(milliseconds / 1000)} s`, `${count(milliseconds / 1000)} ثانیه`);
  };
  const least = settings.milliseconds ?? (settings.seconds ?? 0) * 1000;
  const { jitter_milliseconds: jitter = 0 } = settings;
  if (least + jitter === 0) return '';
  if (jitter === 0) return duration(least);
  return least === 0
    ? say(`up to ${duration(jitter)}`, `تا ${duration(jitter)}`)
    : say(
        `${duration(least)} to ${duration(least + jitter)}`,
        `${duration(least)} تا ${duration(least + jitter)}`,
      );
}

/** What an order does, and how likely, as the list of orders says it. */
export function orderText(speech: Speech, { kind, error, settings, probability }: FaultRow): Html {
  const { say, count } = speech;
  const wanted = JSON.parse(settings) as FaultSettings;
  const found = Object.values(disturbances).find(
    (disturbance) => disturbance.kind === kind && disturbance.settings(0).when === wanted.when,
  );
  const percent = Math.round(probability * 1000) / 10;
  const notes = [
    lateness(speech, wanted),
    probability < 1
      ? say(`with a probability of ${count(percent)} %`, `با احتمال ${count(percent)} درصد`)
      : '',
  ].filter((note) => note !== '');
  const what =
    kind === 'error' && error !== null
      ? errorChoice(speech, error as ErrorName)
      : found === undefined
        ? kind
        : speech.of(found);
  return html`${what}${notes.length > 0 ? ` (${notes.join(say(', ', '، '))})` : ''}`;
}
