// The section of the last requests to the API: what came, what was answered, and whether the signature was right.
import { type ErrorName, errors } from '../../../../generated/facts.ts';
import type { RequestRecord } from '../../control/request-record.ts';
import { type Html, html } from '../../payments/page/html.ts';
import type { SignatureFailure } from '../../plugins/signature-failures.ts';
import { badge, code, empty, prose, type Tone } from '../elements.ts';
import { shortened, withoutSecrets } from '../redaction.ts';
import type { Section } from '../sections.ts';
import type { TerminalVisit } from '../visit.ts';

function signatureCheck({ say, terminal }: TerminalVisit, signature: string): [Tone, string] {
  if (signature === 'valid') return ['good', say('Signature right', 'امضای درست')];
  if (signature !== 'absent') {
    const { code: number } = errors[signature as ErrorName];
    return ['bad', say(`Signature refused (${number})`, `امضا پذیرفته نشد (\u2066${number}\u2069)`)];
  }
  return terminal.secret_key === null
    ? ['quiet', say('No secret key', 'بدون کلید مخفی')]
    : ['quiet', say('Not signed', 'بدون امضا')];
}

function answerTone(status: number): Tone {
  if (status < 400) return 'good';
  return status < 500 ? 'waiting' : 'bad';
}

/** The error of the catalogue that an answer carries, if it is one. */
function errorOf({ status, answerText }: RequestRecord) {
  const number = /"code":(-?[0-9]+)/.exec(answerText)?.[1];
  return Object.values(errors).find(
    ({ code: known, http }) => String(known) === number && (http as readonly number[]).includes(status),
  );
}

function block(title: string, text: string): Html | null {
  return text === ''
    ? null
    : html`<h3>${title}</h3><pre dir="ltr" tabindex="0"><code>${shortened(withoutSecrets(text))}</code></pre>`;
}

function explanation(visit: TerminalVisit, failure: SignatureFailure): Html {
  const { say, language, count } = visit;
  const ahead = failure.seconds_ahead;
  return html`<div class="notice bad"><p><strong>${say('Why the signature was refused', 'چرا امضا پذیرفته نشد')}</strong></p>
<ul>${failure.explanation[language].map((cause) => html`<li>${prose(cause)}</li>`)}</ul>
${ahead === null ? null : html`<p>${say(`The timestamp is off by ${count(ahead)} seconds.`, `اختلاف زمان با ساعت ترمینال ${count(ahead)} ثانیه است.`)}</p>`}</div>
${block(say('What must be signed', 'آنچه باید امضا شود'), failure.must_be_signed)}
${block(say('What was signed', 'آنچه امضا شده است'), failure.was_signed ?? '')}`;
}

function entry(visit: TerminalVisit, record: RequestRecord, failure: SignatureFailure | undefined): Html {
  const { say, of, moment } = visit;
  const error = errorOf(record);
  return html`<details class="entry" data-id="${record.sequence}"><summary>
${badge(answerTone(record.status), String(record.status))}
<code dir="ltr">${record.method} ${withoutSecrets(record.path)}</code>
${error === undefined ? null : html`<code dir="ltr" class="quiet">${error.code}</code>`}
${badge(...signatureCheck(visit, record.signature))}
<span class="when">${moment(record.at)}</span>
</summary>
${error === undefined ? null : html`<p>${prose(of(error.meaning))} ${prose(of(error.action))}</p>`}
${failure === undefined ? null : explanation(visit, failure)}
<p class="quiet">${code(record.operation)} · ${code(record.request_id)}</p>
${block(say('Request', 'درخواست'), record.requestText)}
${block(say('Answer', 'پاسخ'), record.answerText)}
</details>`;
}

export const requestsSection: Section = {
  path: '/requests',
  view: async (visit, { observed }) => {
    const { say, base, terminal } = visit;
    const records = observed.requests.of(terminal.id).toReversed().slice(0, 100);
    const failures = new Map(
      observed.signatureFailures.of(terminal.id).map((failure) => [failure.request_id, failure]),
    );
    const body = html`<p>${say(
      'The last requests with a token of this terminal, newest first. Secrets, card and mobile numbers are blotted out; everything else stands as it travelled.',
      'آخرین درخواست‌ها با توکن‌های این ترمینال، از تازه به قدیم. رازها و شماره‌های کارت و موبایل پوشیده شده و بقیه همان است که فرستاده شده.',
    )}</p>
<p class="row"><a class="button" href="${base}/requests">${say('Refresh', 'تازه‌سازی')}</a><label class="check" id="live" hidden><input type="checkbox" checked> ${say('Refresh by itself', 'تازه‌سازی خودکار')}</label></p>
<div id="log">${
      records.length === 0
        ? empty(
            say(
              'No request has come since the sandbox was started.',
              'از راه‌اندازی سندباکس تاکنون درخواستی نرسیده است.',
            ),
          )
        : records.map((record) => entry(visit, record, failures.get(record.request_id)))
    }</div>`;
    return { title: say('Requests', 'درخواست‌ها'), body, script: 'requests.js' };
  },
};
