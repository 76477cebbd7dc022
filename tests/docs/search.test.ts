// The search finds what readers mean, however their keyboard writes Persian.
import MiniSearch from 'minisearch';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchOptions } from '../../docs/site/browser/search-options.ts';
import { fold, indexTerms, queryTerm } from '../../docs/site/browser/terms.ts';
import { generatedFolder } from '../../foundation/reader/paths.ts';
import { readContracts } from '../../scripts/docs/contracts.ts';
import { languages } from '../../scripts/docs/languages.ts';
import { readLibraries } from '../../scripts/docs/own-pages.ts';
import { buildIndex } from '../../scripts/docs/search/index-file.ts';
import { searchRecords } from '../../scripts/docs/search/records.ts';

type Index = MiniSearch<{ title: string }>;
const indexes: Partial<Record<string, Index>> = {};
beforeAll(async () => {
  const contracts = await readContracts(generatedFolder);
  const libraries = await readLibraries(contracts);
  for (const language of languages) {
    const document = contracts[language].strict;
    indexes[language] = MiniSearch.loadJSON(
      buildIndex(searchRecords(libraries[language], document)),
      searchOptions,
    );
  }
});

const find = (language: string, query: string) =>
  (indexes[language]?.search(query) ?? []).map(({ url }) => String(url));

describe('Persian spellings', () => {
  it.each([
    ['Arabic letters of Windows keyboards', 'تأييد', 'تأیید'],
    ['Arabic kaf', 'كاراكتر', 'کاراکتر'],
    ['no hamza', 'شناسه تراکنش', 'شناسهٔ تراکنش'],
    ['vowel signs', 'پَرداخت', 'پرداخت'],
    ['tatweel', 'پـــرداخت', 'پرداخت'],
    ['no half-space', 'وبهوکها', 'وب‌هوک‌ها'],
    ['a space for the half-space', 'وب هوک', 'وب‌هوک'],
    ['Persian digits', '۵۴', '54'],
    ['Arabic digits', '٥٤', '54'],
    ['without the hat of alef', 'ازمایشی', 'آزمایشی'],
  ])('%s: %s finds what %s finds', (_, typed, meant) => {
    const wanted = find('fa', meant);
    expect(wanted.length).toBeGreaterThan(0);
    expect(find('fa', typed).slice(0, 3)).toEqual(expect.arrayContaining(wanted.slice(0, 1)));
  });

  it('keep the parts of a word with half-spaces findable', () => {
    expect(indexTerms('می‌شود')).toEqual(['میشود', 'می', 'شود']);
    expect(queryTerm('می‌شود')).toBe('میشود');
    expect(fold('شناسهٔ')).toBe('شناسه');
  });
});

describe('words that we do not write', () => {
  it.each([
    ['بازگشت وجه', 'api/refunds.html#createRefund'],
    ['برگشت وجه', 'api/webhook-events.html#onRefundCompleted'],
    ['بازپرداخت', 'api/refunds.html#createRefund'],
    ['تقویم شمسی', 'guides/money.html#dates'],
    ['تاریخ جلالی', 'api/reports.html#getDailyReport'],
    ['نشانی IP', 'guides/errors.html#error-ip-not-allowed'],
    ['کلید یکتایی', 'guides/idempotency.html'],
    ['تعویض توکن', 'guides/tokens.html#rotate'],
    ['مخزن اسرار', 'guides/tokens.html#keep'],
    ['سرور نمونه', 'guides/sandbox.html#local'],
  ])('%s finds %s all the same', (query, url) => {
    expect(find('fa', query).slice(0, 20)).toContain(url);
  });
});

describe.each(languages)('in %s', (language) => {
  it.each([
    ['createPayment', 'api/payments.html#createPayment'],
    ['create payment', 'api/payments.html#createPayment'],
    ['-103', 'guides/errors.html#error-signature-invalid'],
    ['direct_verify', 'api/payments.html#createPayment'],
    ['idempotency', 'api/idempotency.html#getIdempotencyKey'],
    ['X-Webhook-ID', 'api/webhook-events.html#onPaymentCreated'],
    ['verification.failed', 'api/webhook-events.html#onVerificationFailed'],
  ])('%s finds %s', (query, url) => {
    expect(find(language, query).slice(0, 20)).toContain(url);
  });

  it('forgives a wrong letter in a long word', () => {
    expect(find(language, 'idempotensy').length).toBeGreaterThan(0);
  });

  it('finds nothing for nonsense', () => {
    expect(find(language, 'qwxzv')).toEqual([]);
  });
});
