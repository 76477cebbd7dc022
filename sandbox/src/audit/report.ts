// Prints the result of an audit for people: a line for what passed, and everything needed for what did not.
import type { CheckResult, Report } from './audit.ts';
import type { Language } from './texts/checks.ts';

const words = {
  en: {
    pass: 'PASS',
    fail: 'FAIL',
    'not-observable': '????',
    done: 'What was done',
    seen: 'What was seen',
    why: 'Why it matters',
    change: 'What to change',
    summary: ({ pass, fail, 'not-observable': unseen }: Report['counts']) =>
      `${pass} passed, ${fail} failed, ${unseen} could not be observed.`,
  },
  fa: {
    pass: 'قبول',
    fail: 'مردود',
    'not-observable': 'نامعلوم',
    done: 'چه شد',
    seen: 'چه دیده شد',
    why: 'چرا مهم است',
    change: 'چه باید کرد',
    summary: ({ pass, fail, 'not-observable': unseen }: Report['counts']) =>
      `${[pass, fail, unseen].map((count) => count.toLocaleString('fa-IR')).join('، ')} (به ترتیب: قبول، مردود، نامعلوم).`,
  },
} as const;

/** The sentences that decided the verdict, each once, after what had been sent. */
function decisive({ verdict, evidence }: CheckResult): string {
  const sentBefore = new Map<string, string[]>();
  for (const { verdict: each, sent, text } of evidence) {
    if (each === verdict) sentBefore.set(text, [...(sentBefore.get(text) ?? []), ...(sent ? [sent] : [])]);
  }
  return [...sentBefore]
    .map(([text, sent]) => (sent.length > 0 ? `[${sent.join(' | ')}] ${text}` : text))
    .join(' ');
}

/** The result of one check, as text. */
export function printedCheck(result: CheckResult, language: Language): string {
  const word = words[language];
  const { id, verdict, title, done, why, change } = result;
  const head = `${word[verdict].padEnd(7)} ${id.padEnd(25)} ${title}`;
  if (verdict === 'pass') return head;
  if (verdict === 'not-observable') return `${head}\n        ${decisive(result)}`;
  return [
    head,
    `        ${word.done}: ${done}`,
    `        ${word.seen}: ${decisive(result)}`,
    `        ${word.why}: ${why}`,
    `        ${word.change}: ${change}`,
  ].join('\n');
}

export function printedSummary({ counts }: Report, language: Language): string {
  return words[language].summary(counts);
}
