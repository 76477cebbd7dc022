// One remembered request on a page of the panel: what came, what was answered, and what the badges say of it.
import { errors } from '../../../../generated/facts.ts';
import { badge, code, prose, type Tone } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import type { RequestRecord } from '../../observed/request-record.ts';
import { shortened, withoutSecrets } from '../frame/redaction.ts';
import type { Visit } from '../frame/visit.ts';

function answerTone(status: number): Tone {
  if (status < 400) return 'good';
  return status < 500 ? 'waiting' : 'bad';
}

/** The error of the catalogue that an answer carries, if it is one. */
function errorOf({ status, answerText }: RequestRecord) {
  const number = /"code":(-?[0-9]+)/.exec(answerText)?.[1];
  const candidates = Object.values(errors).filter(({ code: known }) => String(known) === number);
  // One code may have several faces, which the status tells apart; in a dialect it may have another status altogether.
  return candidates.find(({ http }) => (http as readonly number[]).includes(status)) ?? candidates[0];
}

/** A text as it travelled, under its title; null when there is none. */
export function textBlock(title: string, text: string): Html | null {
  return text === ''
    ? null
    : html`<h2>${title}</h2><pre dir="ltr" tabindex="0"><code>${shortened(withoutSecrets(text))}</code></pre>`;
}

/**
 * @param check what was found out about the sender: by the signature, or by the token.
 * @param explanation what more is known about it.
 */
export function requestEntry(
  visit: Visit,
  record: RequestRecord,
  check: [Tone, string],
  explanation: Html | null,
): Html {
  const { say, of, moment } = visit;
  const error = errorOf(record);
  return html`<details class="entry" data-id="${record.sequence}"><summary>
${badge(answerTone(record.status), String(record.status))}
<code dir="ltr">${record.method} ${withoutSecrets(record.path)}</code>
${error === undefined ? null : html`<code dir="ltr" class="quiet">${error.code}</code>`}
${badge(...check)}
<span class="when">${moment(record.at)}</span>
</summary>
${error === undefined ? null : html`<p>${prose(of(error.meaning))} ${prose(of(error.action))}</p>`}
${explanation}
<p class="quiet">${code(record.operation)} · ${code(record.request_id)}</p>
${textBlock(say('Request', 'درخواست'), record.requestText)}
${textBlock(say('Answer', 'پاسخ'), record.answerText)}
</details>`;
}

/** The log with its button; the script of the pages keeps it up to date where JavaScript works. */
export function requestLog({ say }: Visit, address: string, entries: readonly Html[], none: Html): Html {
  return html`<p class="row"><a class="button" href="${address}">${say('Refresh', 'تازه‌سازی')}</a><label class="check" id="live" hidden><input type="checkbox" checked> ${say('Refresh by itself', 'تازه‌سازی خودکار')}</label></p>
<div id="log">${entries.length === 0 ? none : [...entries]}</div>`;
}
