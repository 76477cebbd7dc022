// The report as one HTML page that needs nothing else: no script, no request, light and dark.
import type { Measure } from '../coverage.ts';
import type { Word } from '../judge/word.ts';
import { parts } from '../run/part.ts';
import type { ReportedFinding } from '../run/recorder.ts';
import { exchangeInWords } from './exchange.ts';
import {
  type FindingGroup,
  groundsInWords,
  groupsOf,
  type Report,
  sentenceOf,
  tableOf,
  tally,
} from './report.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style = `
:root { color-scheme: light dark; --good: #1a7f37; --bad: #cf222e; --other: #9a6700; --dim: #6e7781; --line: #8884; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.kept { color: var(--good); } .broken, .unjudged { color: var(--bad); } .differs { color: var(--other); }
.dim { color: var(--dim); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; } th, td { border-bottom: 1px solid var(--line); padding: .25rem .6rem; text-align: left; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
code, dd { font-family: ui-monospace, monospace; font-size: .9em; unicode-bidi: plaintext; overflow-wrap: anywhere; }
article { border-left: .25rem solid var(--dim); margin: 1rem 0; padding: .1rem 1rem; }
article.broken, article.differs { color: inherit; } article.broken { border-color: var(--bad); }
article.differs { border-color: var(--other); }
article h3 { font-size: 1rem; margin: .3rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .3rem 0; }
dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
`;

const headline = (report: Report) => `<h1 class="${report.verdict}">${escaped(sentenceOf(report))}.</h1>`;

const titles: Record<Word, string> = {
  broken: 'Broken, against what the page states',
  differs: 'Differs from what the page leaves open and the contract assumes',
  noted: 'Noted, additions that are allowed',
};

const placeHtml = ({ operation, example, at }: ReportedFinding) =>
  `<li>${escaped(operation)}, ${escaped(example)}, at <code>${escaped(at)}</code></li>`;

function groupHtml({ word, first, all }: FindingGroup): string {
  const { kind, operation, example, at, expected, got, place, repeat, exchange, script } = first;
  const rows = [
    ['at', at],
    ['expected', expected],
    ['got', got],
    ['rule', place],
    ...groundsInWords(first),
    ...(repeat ? [['repeat', repeat]] : []),
    ...exchangeInWords(exchange),
  ];
  const lines = script ? `<pre class="scroll"><code>${escaped(script.join('\n'))}</code></pre>` : '';
  const title = word === 'noted' ? `${kind}: ` : '';
  const others =
    all.length > 1
      ? `<details><summary>${all.length} times</summary><ul>${all.map(placeHtml).join('')}</ul></details>`
      : '';
  return `<article class="${word}"><h3>${escaped(`${title}${operation}, ${example}`)}</h3><dl>${rows
    .map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`)
    .join('')}</dl>${lines}${others}</article>`;
}

function findingsHtml({ findings }: Report): string {
  return [...Map.groupBy(groupsOf(findings), ({ word }) => word)]
    .map(([word, groups]) => `<h2>${titles[word]}</h2>${groups.map(groupHtml).join('')}`)
    .join('');
}

function tableHtml({ cases }: Report): string {
  const { statuses, rows } = tableOf(cases);
  if (rows.length === 0) return '';
  const head = statuses.map((status) => `<th scope="col" class="number">${status}</th>`).join('');
  const body = rows.map(({ operation, cells }) => {
    const line = statuses.map((status) => {
      const cell = cells.get(status);
      if (!cell) return '<td class="number dim">·</td>';
      const whole = cell.replayed === cell.total ? 'kept' : 'dim';
      const kind = cell.broken > 0 ? 'broken' : cell.differs > 0 ? 'differs' : whole;
      const mark = { broken: '!', differs: '~', kept: '', dim: '' }[kind];
      return `<td class="number ${kind}">${cell.replayed}/${cell.total}${mark}</td>`;
    });
    return `<tr><th scope="row">${escaped(operation)}</th>${line.join('')}</tr>`;
  });
  return `<h2>Examples replayed</h2><div class="scroll"><table><thead><tr><th scope="col">Operation</th>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function coverageHtml(coverage: Measure[]): string {
  const rows = coverage.map(({ name, reached, total, missing }) => {
    const list = missing.map(
      ({ what, why }) => `<li>${escaped(what)}: <span class="dim">${escaped(why)}</span></li>`,
    );
    const rest =
      missing.length > 0
        ? `<details><summary>${missing.length} not reached</summary><ul>${list.join('')}</ul></details>`
        : '';
    return `<tr><th scope="row">${escaped(name)}</th><td class="number">${reached}/${total}</td><td>${rest}</td></tr>`;
  });
  return `<h2>Coverage</h2><table><tbody>${rows.join('')}</tbody></table>`;
}

function partsHtml({ cases }: Report): string {
  const rows = parts.flatMap((part) => {
    const own = cases.filter((one) => one.part === part);
    if (own.length === 0) return [];
    const { kept, differs, broken, notReached } = tally(own);
    return [
      `<tr><th scope="row">${part}</th><td class="number kept">${kept}</td><td class="number ${differs ? 'differs' : 'dim'}">${differs}</td><td class="number ${broken ? 'broken' : 'dim'}">${broken}</td><td class="number dim">${notReached}</td></tr>`,
    ];
  });
  return `<h2>Cases</h2><table><thead><tr><th scope="col">Part</th><th scope="col" class="number">kept</th><th scope="col" class="number">differ</th><th scope="col" class="number">broken</th><th scope="col" class="number">not reached</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function leftHtml({ leftBehind = [] }: Report): string {
  if (leftBehind.length === 0) return '';
  const items = leftBehind.map((what) => `<li>${escaped(what)}</li>`).join('');
  return `<h2>Left behind at the gateway, to be removed in its panel</h2><ul>${items}</ul>`;
}

/** @returns a whole page */
export function htmlReport(report: Report): string {
  const { seed, contractVersion, startedAt, seconds } = report;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Contract report: ${escaped(report.target)}</title>
<style>${style}</style>
${headline(report)}
<p class="dim">Contract ${escaped(contractVersion)}, seed ${seed}, ${escaped(startedAt)}, ${seconds.toFixed(1)} s.</p>
${findingsHtml(report)}
${tableHtml(report)}
${partsHtml(report)}
${coverageHtml(report.coverage)}
${leftHtml(report)}
</html>
`;
}
