// One word for one thing in all our Persian: the table of terms is read, and a word that it forbids is found.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../foundation/reader/paths.ts';
import { readTerms, termsFile } from '../foundation/reader/terms.ts';
import { describeForbiddenWord, forbiddenWords } from '../scripts/translations/terms/check.ts';
import { persianFiles, persianTexts, textsOfFile } from '../scripts/translations/terms/texts.ts';

const table = (...rows: string[]) =>
  [
    '# Terms',
    '',
    '| English | Persian | Never | Unless | Why |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');

const small = readTerms(
  table(
    '| address | آدرس | «نشانی» | | |',
    '| contract | قرارداد API | first «قرارداد» | «قرارداد API» | |',
    '| settlement | تسویه‌حساب | «تسویه» | «تسویه‌حساب», «تسویه می‌کن…» | |',
    '| refund | استرداد | «بازگشت وجه», «بازپرداخت…» | | |',
    '| authority | شناسهٔ تراکنش | «شناسهٔ پرداخت» | | |',
    '| to call | فراخوانی می‌کند | «فرامی‌خوان…» | | |',
  ),
);

const wordsIn = (text: string) =>
  forbiddenWords([{ file: 'a.md', line: 1, text }], small).map(({ word }) => word);

describe('the table of terms', () => {
  it('gives each word with what must not stand for it', () => {
    expect(small[2]).toEqual({
      english: 'settlement',
      persian: 'تسویه‌حساب',
      never: ['تسویه'],
      unless: ['تسویه‌حساب', 'تسویه می‌کن…'],
      firstOnly: false,
    });
    expect(small[1]?.firstOnly).toBe(true);
  });

  it.each([
    ['without the table', '# Terms', 'no table'],
    ['with a row that lacks a cell', table('| address | آدرس | «نشانی» | |'), '4 cells'],
    ['with a word outside of guillemets', table('| address | آدرس | نشانی | | |'), '"Never"'],
    ['with an empty word', table('| address | آدرس | « » | | |'), '"Never"'],
    ['with an exception from nothing', table('| address | آدرس | | «نشانی» | |'), '"Unless"'],
    ['without the right word', table('| address | | «نشانی» | | |'), 'missing'],
  ])('%s is refused', (_, markdown, reason) => {
    expect(() => readTerms(markdown)).toThrow(reason);
  });
});

describe('a forbidden word is found', () => {
  it.each([
    ['as it is', 'نشانی سرور', ['نشانی']],
    ['with an ending after a half-space', 'همهٔ نشانی‌ها', ['نشانی']],
    ['typed with Arabic letters', 'اين نشاني', ['نشاني']],
    ['without its half-space', 'فرامیخواند', ['فرامیخواند']],
    ['without its hamza', 'شناسه پرداخت', ['شناسه پرداخت']],
    ['over the end of a line', 'بازگشت\n        وجه', ['بازگشت\n        وجه']],
    ['with any ending, where it is a beginning', 'بازپرداخت‌ها', ['بازپرداخت‌ها']],
    ['every time', 'نشانی و نشانی', ['نشانی', 'نشانی']],
    ['beside the right one', 'تسویه‌حساب و تسویه', ['تسویه']],
    ['at the first mention', 'این قرارداد، قرارداد API است', ['قرارداد']],
  ])('%s', (_, text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it.each([
    ['inside another word', 'پیشانی و نشانیدن'],
    ['in an expression in which it is right', 'سندباکس همان روز تسویه می‌کند و تسویه‌حساب را می‌فرستد'],
    ['after the first mention', 'قرارداد API را بخوانید؛ قرارداد یک فایل است'],
  ])('but not %s', (_, text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  it('and is described with its file, its line and the right word', () => {
    const [found] = forbiddenWords([{ file: 'a.md', line: 3, text: 'متن\nبازگشت\n وجه' }], small);
    expect(found && describeForbiddenWord(found)).toBe(
      'a.md:4\n    word: «بازگشت وجه»: for "refund" write استرداد (docs/terms.md).',
    );
  });
});

describe('our Persian', () => {
  const read = (file: string, source: string) =>
    textsOfFile(file, source).map(({ line, text }) => [line, text.trim()]);

  it.each([
    [
      'an overlay',
      'openapi/a/fa.overlay.yaml',
      'actions:\n  - update:\n      title: نشانی\n',
      [[3, 'نشانی']],
    ],
    ['labels', 'docs/site/labels.fa.json', '{\n  "a": "نشانی"\n}', [[2, '"نشانی"']]],
    ['a guide', 'docs/guides/fa/01-a.md', '# نشانی\n', [[1, '# نشانی']]],
    ['a program', 'sandbox/src/a.ts', "// نویسه\nconst a = { fa: 'نشانی' };", [[2, 'نشانی']]],
    [
      'a template',
      'sandbox/src/a.ts',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the program is a text here
      'const a = `نشانی ${b(`نویسه`)} ها`;',
      [
        [1, 'نشانی               ها'],
        [1, 'نویسه'],
      ],
    ],
    [
      'the summary of a decision',
      'docs/decisions/0001-a.md',
      '---\nsummary:\n  fa: نشانی\n---\n`تایید`\n',
      [[3, 'نشانی']],
    ],
  ])('is read in %s', (_, file, source, texts) => {
    expect(read(file, source)).toEqual(texts);
  });

  it.each([
    ['code', 'docs/guides/fa/01-a.md', 'متن `نشانی` و\n```\nنشانی\n```\n'],
    ['placeholders', 'docs/guides/fa/01-a.md', 'متن {{ نشانی }}'],
    ['comments', 'sandbox/src/a.ts', "/* نشانی */ const a = 'متن';"],
    ['facts beside it', 'docs/decisions/0001-a.md', '---\ntitle: { en: نشانی, fa: متن }\n---\nنشانی\n'],
  ])('is read without %s', (_, file, source) => {
    expect(forbiddenWords(textsOfFile(file, source), small)).toEqual([]);
    expect(read(file, source)).not.toEqual([]);
  });

  // Tests and facts of the API: what the gateway itself says, and values that are tried.
  const others = [
    'openapi/**/{examples,event-examples,error-examples,errors,facts,schemas,status-codes}.yaml',
    'openapi/released/**',
    '{generated,tests,docs/dist}/**',
    '{client,sandbox,contract-tests}/test/**',
    'contract-tests/{vectors,mutants/answers}/**',
    'docs/decisions/README.md',
    'docs/terms.md',
    'README.md',
  ];

  it('is read wherever it stands', () => {
    const exclude = ['**/node_modules/**', '**/dist/**', '.git/**', ...others];
    const files = globSync('**/*.{md,yaml,json,ts,tsx,js,mjs,mts,svg,html,hbs,css}', { cwd: root, exclude });
    const withPersian = files.filter((file) => /[آ-ی]{2}/u.test(readFileSync(join(root, file), 'utf8')));
    const known = new Set(persianFiles());
    expect(withPersian.length).toBeGreaterThan(150);
    expect(withPersian.filter((file) => !known.has(file))).toEqual([]);
  });

  it('keeps to the terms', () => {
    const terms = readTerms(readFileSync(join(root, termsFile), 'utf8'));
    expect(forbiddenWords(persianTexts(), terms).map(describeForbiddenWord)).toEqual([]);
  });
});
