// The section of the last requests to the API: what came, what was answered, and whether the signature was right.
import { type ErrorName, errors } from '../../../../generated/facts.ts';
import { empty, prose, type Tone } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import type { SignatureFailure } from '../../observed/signature-failure.ts';
import type { Section } from '../frame/sections.ts';
import type { TerminalVisit } from '../frame/visit.ts';
import { requestEntry, requestLog, textBlock } from './request-entry.ts';

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

function explanation(visit: TerminalVisit, failure: SignatureFailure): Html {
  const { say, language, count } = visit;
  const ahead = failure.seconds_ahead;
  return html`<div class="notice bad"><p><strong>${say('Why the signature was refused', 'چرا امضا پذیرفته نشد')}</strong></p>
<ul>${failure.explanation[language].map((cause) => html`<li>${prose(cause)}</li>`)}</ul>
${ahead === null ? null : html`<p>${say(`The timestamp is off by ${count(ahead)} seconds.`, `اختلاف زمان با ساعت ترمینال ${count(ahead)} ثانیه است.`)}</p>`}</div>
${textBlock(say('What must be signed', 'آنچه باید امضا شود'), failure.must_be_signed)}
${textBlock(say('What was signed', 'آنچه امضا شده است'), failure.was_signed ?? '')}`;
}

export const requestsSection: Section = {
  path: '/requests',
  view: async (visit, { observed }) => {
    const { say, base, language, terminal } = visit;
    await observed.explaining;
    const records = observed.requests.of(terminal.id).toReversed().slice(0, 100);
    const failures = new Map(
      observed.signatureFailures.of(terminal.id).map((failure) => [failure.request_id, failure]),
    );
    const entries = records.map((record) => {
      const failure = failures.get(record.request_id);
      const why = failure === undefined ? null : explanation(visit, failure);
      return requestEntry(visit, record, signatureCheck(visit, record.signature), why);
    });
    const none = empty(
      say(
        'No request has come since the sandbox was started.',
        'از راه‌اندازی سندباکس تاکنون درخواستی نرسیده است.',
      ),
    );
    const body = html`<p>${say(
      'The last requests with a token of this terminal, newest first. Secrets, card and mobile numbers are blotted out; everything else stands as it travelled.',
      'آخرین درخواست‌ها با توکن‌های این ترمینال، از تازه به قدیم. توکن‌ها، کلیدها و شماره‌های کارت و موبایل ماسک شده و بقیه همان است که فرستاده شده.',
    )}</p>
<p>${say('Is one missing that you have sent?', 'درخواستی که فرستاده‌اید اینجا نیست؟')} <a href="/dashboard/${language}/requests">${say('Requests without a working token', 'درخواست‌های بدون توکن معتبر')}</a></p>
${requestLog(visit, `${base}/requests`, entries, none)}`;
    return { title: say('Requests', 'درخواست‌ها'), body, script: 'requests.js' };
  },
};
