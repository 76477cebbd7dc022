// What the guides show: every program runs against the mock and prints what the guide says, and no fact is typed by hand.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../../mock/server.ts';
import { readPrograms } from '../../scripts/docs/guides/code.ts';
import { fillPlaceholders } from '../../scripts/docs/guides/placeholders.ts';
import { type Guide, parseGuide, readGuides } from '../../scripts/docs/guides/read.ts';
import { languages } from '../../scripts/docs/languages.ts';
import { filledFor, runProgram, writePrograms } from './guide-programs.ts';

const guides = await readGuides();
const programs = await readPrograms();

describe('the programs of the guides', () => {
  let mock: RunningMock;
  let folder: string;
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
    folder = await mkdtemp(join(tmpdir(), 'guides-'));
    await writePrograms(programs.values(), folder, mock.url);
  });
  afterAll(async () => {
    await mock?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([...programs.values()])('$name runs, and prints what the guide shows', async (program) => {
    const { code, stdout, stderr } = await runProgram(program.name, folder);
    expect({ code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, stderr: '' });
    if (program.output !== undefined) expect(stdout).toBe(filledFor(mock.url, program, program.output));
  });
});

describe.each(languages)('the guides in %s', (language) => {
  const all = guides[language];
  const used = (guide: Guide, directive: string) =>
    [...guide.markdown.matchAll(new RegExp(`^:::${directive} (.+)$`, 'gm'))].map(([, name]) => name);

  it('are sixteen', () => {
    expect(all).toHaveLength(16);
  });

  it('show every program there is', () => {
    const shown = new Set(all.flatMap((guide) => used(guide, 'code')));
    expect([...programs.keys()].filter((name) => !shown.has(name))).toEqual([]);
  });

  it('contain no code that is not a program of their own or an example of the contract', () => {
    expect(all.filter(({ markdown }) => /^(```|~~~| {4}\S)/m.test(markdown))).toEqual([]);
  });

  it('type no amount, duration, limit, card or code of the contract by hand', () => {
    // Numbers of three and more digits, and negative codes, are facts; what a placeholder gives is not typed.
    const typed = all.flatMap(({ file, markdown }) =>
      (markdown.replace(/\{\{.*?\}\}/g, '').match(/[0-9۰-۹][0-9۰-۹,٬]{2,}|`-\d+`/g) ?? [])
        .filter((number) => !['256'].includes(number))
        .map((number) => `${file}: ${number}`),
    );
    expect(typed).toEqual([]);
  });

  it('have the same sections, programs, tables and examples as in the other language', () => {
    const other = guides[language === 'en' ? 'fa' : 'en'];
    const outline = ({ markdown }: Guide) => ({
      sections: markdown.match(/\{#[a-z0-9-]+\}$/gm),
      directives: markdown.match(/^:::.+$/gm),
      placeholders: [...new Set(markdown.match(/\{\{.*?\}\}/g))].sort(),
    });
    expect(all.map(outline)).toEqual(other.map(outline));
  });
});

describe('placeholders', () => {
  const fill = (text: string, language: 'en' | 'fa' = 'en') => fillPlaceholders(text, language, 'guide.md');

  it.each([
    ['{{ signing.tolerance_seconds | minutes }}', '5', '۵'],
    ['{{ requestRules.PaymentRequest.amount.maximum | number }}', '4,000,000,000', '۴٬۰۰۰٬۰۰۰٬۰۰۰'],
    ['{{ requestRules.PaymentRequest.amount.minimum | toman }}', '10,000', '۱۰٬۰۰۰'],
    ['{{ webhookDelivery.retry_delays_seconds | minutes }}', '2, 4 and 8', '۲، ۴ و ۸'],
    ['{{ webhookDelivery.retries | plus:1 }}', '4', '۴'],
    ['{{ rateLimits[webhook-test].limit | number }}', '10', '۱۰'],
    ['{{ webhookEvents | count }}', '12', '۱۲'],
    ['{{ testCards.success.card_number | card }}', '6037 9971 2345 6789', '6037 9971 2345 6789'],
    ['{{ errors.ErrorAlreadyVerified.code }}', '-21', '-21'],
  ])('%s', (text, english, persian) => {
    expect([fill(text), fill(text, 'fa')]).toEqual([english, persian]);
  });

  it.each([
    ['{{ signing.tolerance }}', /is no fact/],
    ['{{ __proto__ }}', /is no fact/],
    ['{{ signing }}', /is not a single value/],
    ['{{ signing.algorithm | minutes }}', /is not a number/],
    ['{{ signing.tolerance_seconds | hours }}', /broken number/],
    ['{{ signing.tolerance_seconds | fortnights }}', /unknown filter/],
  ])('%s stops the build', (text, reason) => {
    expect(() => fill(text)).toThrow(reason);
  });

  it('a guide without its title or description stops the build', () => {
    expect(() => parseGuide('en', '01-x.md', '---\ntitle: X\n---\nText')).toThrow(/01-x\.md/);
  });
});
