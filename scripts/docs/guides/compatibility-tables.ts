// The tables about other people's tools: what each makes of the published document, and how it is called.
import { type Cell, cells, type Outcome } from '../../../compat/cells.ts';
import { type Result, type Results, readResults } from '../../../compat/results.ts';
import { errors } from '../../../generated/facts.ts';
import { escapeHtml } from '../html.ts';
import type { Language } from '../languages.ts';
import { localDigits } from '../numbers.ts';
import { code, longName, table } from '../pages/parts.ts';
import { renderInline } from './markdown.ts';
import type { TableContext } from './table-context.ts';

/** The code by which a shop delivers once. */
const alreadyVerified = errors.ErrorAlreadyVerified.code;

interface Words {
  tool: string;
  language: string;
  command: string;
  remarks: string;
  cells: Record<Cell, string>;
  outcomes: Record<'works' | 'fails' | 'untried', [sign: string, word: string]>;
  fault: string;
  noIssue: string;
  run: (date: string, contract: string) => string;
}

const words: Record<Language, Words> = {
  en: {
    tool: 'Tool',
    language: 'Language',
    command: 'Command',
    remarks: 'Good to know',
    cells: {
      generates: 'Generates',
      compiles: 'Compiles',
      creates: 'Creates',
      pays: 'Pays',
      verifies: 'Verifies',
      verifiesAgain: `Knows ${alreadyVerified}`,
      addedField: 'Added field',
    },
    outcomes: { works: ['✓', 'works'], fails: ['✗', 'fails'], untried: ['–', 'not tried'] },
    fault: 'A fault of the tool',
    noIssue: 'no issue found at its makers',
    run: (date, contract) => `Run on ${date} with version ${contract} of the contract.`,
  },
  fa: {
    tool: 'ابزار',
    language: 'زبان',
    command: 'دستور',
    remarks: 'خوب است بدانید',
    cells: {
      generates: 'تولید کد',
      compiles: 'کامپایل',
      creates: 'ایجاد پرداخت',
      pays: 'پرداخت',
      verifies: 'تأیید',
      verifiesAgain: `شناختن \u2066${alreadyVerified}\u2069`,
      addedField: 'فیلد اضافه',
    },
    outcomes: { works: ['✓', 'کار می‌کند'], fails: ['✗', 'کار نمی‌کند'], untried: ['–', 'امتحان نشد'] },
    fault: 'خطای خود ابزار',
    noIssue: 'گزارشی نزد سازندگانش یافت نشد',
    run: (date, contract) => `اجرا در ${date} با نسخهٔ ${contract} قرارداد API.`,
  },
};

const outcomeName = (outcome: Outcome) => (outcome === null ? 'untried' : outcome ? 'works' : 'fails');

function outcomeCell(outcome: Outcome, language: Language): string {
  const [sign, word] = words[language].outcomes[outcomeName(outcome)];
  // What works is the rule, and nine columns have to fit on a page: its word is for those who listen to it.
  if (outcome) return `<span role="img" aria-label="${escapeHtml(word)}">${sign}</span>`;
  return `<span aria-hidden="true">${sign}</span> <small>${escapeHtml(word)}</small>`;
}

const toolCell = ({ name, target, version }: Result) =>
  `<bdi>${escapeHtml(name)}</bdi>${target ? ` ${code(target)}` : ''} <small>${code(version)}</small>`;

/** An issue as a link to where it can be read. */
function issueLink(issue: string, language: Language): string {
  const [repository, number] = issue.split('#');
  if (!repository || !number) return escapeHtml(words[language].noIssue);
  return `<a href="https://github.com/${repository}/issues/${number}">${longName(issue)}</a>`;
}

function remarks({ note, faults }: Result, { language, markdown }: TableContext): string {
  const faulty = faults.map(
    ({ says, issue }) =>
      `${escapeHtml(words[language].fault)}: ${renderInline(says[language], markdown)} (${issueLink(issue, language)})`,
  );
  const said = note
    ? `${renderInline(note[language], markdown)}${note.issue ? ` (${issueLink(note.issue, language)})` : ''}`
    : '';
  return [said, ...faulty].filter(Boolean).join('<br>') || '—';
}

type Renderer = (context: TableContext, results: Results) => string;

const outcomes: Renderer = ({ language }, { results, date, contract }) => {
  const { tool, language: inLanguage, cells: names, run } = words[language];
  const rows = results.map((result) => ({
    id: `tool-${result.id}`,
    cells: [
      toolCell(result),
      `<bdi>${escapeHtml(result.language)}</bdi>`,
      ...cells.map((cell) => outcomeCell(result.outcomes[cell], language)),
    ],
  }));
  const columns = [tool, inLanguage, ...cells.map((cell) => names[cell])];
  const when = run(localDigits(date, language), localDigits(contract, language));
  return `${table(columns, rows, { label: tool })}<p><small>${escapeHtml(when)}</small></p>\n`;
};

const commands: Renderer = (context, { results }) => {
  const { tool, command, remarks: remarksTitle } = words[context.language];
  const rows = results.map((result) => ({
    cells: [toolCell(result), longName(result.command), remarks(result, context)],
  }));
  return table([tool, command, remarksTitle], rows, { label: command });
};

const renderers: Record<string, Renderer> = { compatibility: outcomes, 'compatibility-commands': commands };

/** The tables of the last written run. */
export const compatibilityTables: Record<string, (context: TableContext) => string> = Object.fromEntries(
  Object.entries(renderers).map(([name, render]) => [
    name,
    (context: TableContext) => render(context, readResults()),
  ]),
);
