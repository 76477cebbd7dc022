// Writes what came of the mutants for people: a page in English, which has all of them, and its Persian sibling.
import { contractVersion } from '../../generated/facts.ts';
import { isOfSource, type Kind, kinds, type Mutant } from './mutant.ts';
import { mutants } from './registry.ts';
import {
  goal,
  type OtherJudge,
  type Published,
  rowsOf,
  scored,
  shortOfGoal,
  sumOf,
  survivorsOf,
} from './score.ts';

type Language = 'en' | 'fa';

const files = { en: 'docs/mutants.md', fa: 'docs/mutants.fa.md' } as const satisfies Record<Language, string>;

const inFigures: Record<Language, (value: number) => string> = {
  en: String,
  fa: (value) =>
    new Intl.NumberFormat('fa-IR', { useGrouping: false, maximumFractionDigits: 1 }).format(value),
};

/** Of so many, in percent; rounded down, so that what is not all is never called all. */
const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.floor((part * 1000) / whole) / 10);

const share: Record<Language, (part: number, whole: number) => string> = {
  en: (part, whole) => `${percent(part, whole)} %`,
  fa: (part, whole) => `${inFigures.fa(percent(part, whole))}٪`,
};

/** What is to be said as long as some have never been tried. */
const untried: Record<Language, (count: number) => string> = {
  en: (count) => (count === 0 ? '' : ` ${count} more have not been tried yet.`),
  fa: (count) => (count === 0 ? '' : ` ${inFigures.fa(count)} اشتباه دیگر هنوز آزموده نشده است.`),
};

const inCell = (text: string) => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`;
const table = (head: readonly string[], lines: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');

const words = {
  en: {
    kind: 'Kind',
    what: 'What is wrong there',
    mutants: 'Mutants',
    caught: 'Caught',
    broken: 'as broken',
    differs: 'as different from an assumption',
    survive: 'Survive',
    all: 'all',
    runner: 'This runner',
    shown: 'Mutants shown',
  },
  fa: {
    kind: 'گونه',
    what: 'اشتباه در چیست',
    mutants: 'جهش‌یافته‌ها',
    caught: 'یافته‌شده',
    broken: 'با حکم broken',
    differs: 'با حکم differs',
    survive: 'نایافته',
    all: 'همه',
    runner: 'همین اجراکننده',
    shown: 'شمار جهش‌یافته‌ها',
  },
} as const satisfies Record<Language, Record<string, string>>;

function kindTable({ trials }: Published, language: Language): string {
  const figure = inFigures[language];
  const word = words[language];
  const rows = rowsOf(scored(mutants, trials));
  const cells = ({ all, caught, broken }: (typeof rows)[number] | ReturnType<typeof sumOf>) =>
    [all, caught, broken, caught - broken, all - caught].map(figure);
  return table(
    [word.kind, word.what, word.mutants, word.caught, word.broken, word.differs, word.survive],
    [
      ...rows.map((one) => [`\`${one.kind}\``, kinds[one.kind][language], ...cells(one)]),
      [`**${word.all}**`, '', ...cells(sumOf(rows))],
    ],
  );
}

/** What the runner and others made of the same mutants, by kind. */
function judgeTable({ trials, judges }: Published, language: Language): string {
  const figure = inFigures[language];
  const word = words[language];
  const kindOf = new Map(mutants.map(({ id, kind }) => [id, kind]));
  const shown = new Set(judges.flatMap((judge) => judge.shown));
  const ours: OtherJudge = {
    name: word.runner,
    manner: '',
    shown: [...shown],
    caught: trials.filter(({ id, caught }) => caught && shown.has(id)).map(({ id }) => id),
  };
  const all = [ours, ...judges];
  const count = (ids: readonly string[], kind?: Kind) =>
    figure(ids.filter((id) => kindOf.has(id) && (kind === undefined || kindOf.get(id) === kind)).length);
  const present = (Object.keys(kinds) as Kind[]).filter((kind) =>
    [...shown].some((id) => kindOf.get(id) === kind),
  );
  return table(
    [word.kind, word.shown, ...all.map(({ name }) => name)],
    [
      ...present.map((kind) => [
        `\`${kind}\``,
        count(ours.shown, kind),
        ...all.map(({ caught }) => count(caught, kind)),
      ]),
      [`**${word.all}**`, count(ours.shown), ...all.map(({ caught }) => count(caught))],
    ],
  );
}

function survivorList({ trials }: Published, language: Language): string {
  const none = { en: 'None.', fa: 'هیچ‌کدام.' }[language];
  const lines = survivorsOf(scored(mutants, trials)).map(({ mutant, trial }) => {
    const reason = mutant.accepted?.[language] ?? `(${trial.missed})`;
    return language === 'en'
      ? `- \`${mutant.id}\`: ${mutant.summary} ${reason}`
      : `- \`${mutant.id}\`: ${reason}`;
  });
  return lines.length > 0 ? lines.join('\n') : none;
}

const place = (mutant: Mutant) => (isOfSource(mutant) ? `\`${mutant.file}\`` : 'a proxy');

/** Every mutant with what found it, folded by kind. */
function wholeList({ trials }: Published): string {
  const all = scored(mutants, trials);
  return (Object.keys(kinds) as Kind[])
    .map((kind) => {
      const own = all.filter(({ mutant }) => mutant.kind === kind);
      const lines = own.map(({ mutant, trial }) => [
        `\`${mutant.id}\``,
        mutant.summary,
        place(mutant),
        mutant.basis ?? 'stated',
        trial.caught ? `${trial.word}: ${trial.by}` : 'survives',
      ]);
      const head = ['Mutant', 'The mistake', 'Where it is made', 'The right way rests on', 'What came of it'];
      return `<details>\n<summary><code>${kind}</code>: ${kinds[kind].en} (${own.length})</summary>\n\n${table(head, lines)}\n\n</details>`;
    })
    .join('\n\n');
}

function judges(published: Published, language: Language): string {
  if (published.judges.length === 0) return '';
  const manners = published.judges.map(({ name, manner }) => `- ${name}: ${manner}`).join('\n');
  const text = {
    en: `## Side by side with others

The same mutants, shown to other tools that test an API by its document. Each is run on the published document with
everything that it offers; what it finds in a sandbox without any mistake is not counted.

${judgeTable(published, language)}

${manners}

`,
    fa: `## در کنار ابزارهای دیگر

همین جهش‌یافته‌ها به ابزارهای دیگری هم نشان داده شدند که API را از روی سند آن می‌آزمایند. آنچه این ابزارها در سندباکسِ
بی‌اشتباه هم می‌یابند شمرده نشده است.

${judgeTable(published, language)}

${manners}

`,
  };
  return text[language];
}

function english(published: Published): string {
  const tried = scored(mutants, published.trials);
  const { all, caught } = sumOf(rowsOf(tried));
  const short = shortOfGoal(tried)
    .map((sentence) => ` ${sentence}`)
    .join('');
  return `# Which mistakes the runner notices

[فارسی](mutants.fa.md)

<!-- Written by \`npm run mutants -- --write\`. Do not edit. -->

A runner of contract tests is worth what it finds. So here are ${mutants.length} plausible mistakes of a gateway's author. Each is put,
alone, into [the source of the sandbox](../contract-tests/mutants/sources) or into
[a proxy before it](../contract-tests/mutants/answers); then \`npm run contract -- --target sandbox --strict\` judges the
sandbox, and has to notice.

**${caught} of ${all} are caught: ${share.en(caught, all)}** (contract ${contractVersion}).${untried.en(mutants.length - all)} The goal is ${goal * 100} %, and every mistake with money and strangers.${short}

A mutant counts as caught when the run ends with exit code 1 and its report names a finding. A crash of the sandbox or of
the runner, or a run that could not judge (exit code 2), is none. Whether a finding is *broken* or *differs* depends on what
the rule [rests on](../contract-tests/README.md#three-words).

${kindTable(published, 'en')}

## What survives

${survivorList(published, 'en')}

${judges(published, 'en')}## Try it

\`\`\`sh
npm run mutants                                  # all of them
npm run mutants -- --only verify-with-less       # one
npm run mutants -- --kind money
npm run mutants -- --serve verify-with-less      # the sandbox with that mistake, for any other judge
npm run mutants -- --judges                      # what Schemathesis and Specmatic make of them
\`\`\`

CI tries a sample of those that were caught before on each run, drawn by the commit: the runner must still notice them.

## All of them

${wholeList(published)}
`;
}

function persian(published: Published): string {
  const { all, caught } = sumOf(rowsOf(scored(mutants, published.trials)));
  const figure = inFigures.fa;
  return `# اجراکننده کدام اشتباه‌ها را می‌بیند

[English](mutants.md)

<!-- Written by \`npm run mutants -- --write\`. Do not edit. -->

ارزش آزمونِ قرارداد API به چیزی است که پیدا می‌کند. پس ${figure(mutants.length)} اشتباه محتمل از سازندهٔ یک درگاه را نوشته‌ایم.
هر اشتباه، به‌تنهایی، در [کد سندباکس](../contract-tests/mutants/sources) یا در
[پراکسی پیش از آن](../contract-tests/mutants/answers) گذاشته می‌شود؛ سپس
\`npm run contract -- --target sandbox --strict\` سندباکس را داوری می‌کند و باید آن را ببیند.

**${figure(caught)} از ${figure(all)} اشتباه پیدا می‌شود: ${share.fa(caught, all)}** (نسخهٔ ${contractVersion} قرارداد).${untried.fa(mutants.length - all)} هدف ${figure(goal * 100)}٪ است، و همهٔ اشتباه‌های \`money\` و \`strangers\`.

اشتباه وقتی یافته شمرده می‌شود که اجرا با کد خروج 1 تمام شود و گزارش آن یافته‌ای را نام ببرد. از کار افتادن سندباکس یا
اجراکننده، یا اجرایی که نتوانسته داوری کند (کد خروج 2)، یافته به شمار نمی‌آید. این‌که حکم *broken* است یا *differs*،
به [مبنای قاعده](../contract-tests/README.md#three-words) بستگی دارد.

${kindTable(published, 'fa')}

## آنچه یافته نمی‌شود

${survivorList(published, 'fa')}

${judges(published, 'fa')}## خودتان امتحان کنید

\`\`\`sh
npm run mutants                                  # همه
npm run mutants -- --only verify-with-less       # یکی
npm run mutants -- --kind money
npm run mutants -- --serve verify-with-less      # سندباکس با همان اشتباه، برای هر داور دیگر
npm run mutants -- --judges                      # Schemathesis و Specmatic کدام‌ها را می‌بینند
\`\`\`

CI در هر اجرا نمونه‌ای از یافته‌شده‌ها را دوباره امتحان می‌کند که قرعهٔ آن از روی commit کشیده می‌شود. فهرست همهٔ اشتباه‌ها در
[صفحهٔ انگلیسی](mutants.md#all-of-them) است.
`;
}

/** The pages by their paths from the root of the repository. */
export const pages = (published: Published): Record<string, string> => ({
  [files.en]: english(published),
  [files.fa]: persian(published),
});
