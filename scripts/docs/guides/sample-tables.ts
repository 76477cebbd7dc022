// The tables about the published page's samples: what came of each, how often, and why.
import {
  framings,
  type Lines,
  type Outcome,
  outcomeText,
  type PageSample,
  type PageSamples,
  readPageSamples,
  sampleLanguages,
  sampleServers,
  type Topic,
  verdicts,
} from '../../../foundation/reader/page-samples.ts';
import { escapeHtml } from '../html.ts';
import { formatNumber, localDigits } from '../numbers.ts';
import { table } from '../pages/parts.ts';
import { renderInline } from './markdown.ts';
import { sampleWords } from './sample-words.ts';
import type { TableContext } from './table-context.ts';

/** The name by which links lead to a reason. */
const reasonAnchor = (name: string) => `reason-${name}`;

type Renderer = (context: TableContext, register: PageSamples) => string;

function outcomeCell(
  { verdict, reasons }: Outcome,
  { language, markdown }: TableContext,
  register: PageSamples,
) {
  const words = sampleWords[language];
  const links = reasons.map((name) => {
    const short = register.reasons[name]?.short[language] ?? name;
    return `<a href="#${reasonAnchor(name)}">${renderInline(short, markdown)}</a>`;
  });
  return [escapeHtml(words.verdicts[verdict]), links.join(words.comma)].filter(Boolean).join(': ');
}

/** Samples of a topic of which the same came, so that they share a row. */
function groups({ samples }: Topic): PageSample[][] {
  const outcomes = (sample: PageSample) =>
    sampleServers.map((server) => outcomeText(sample.outcome[server])).join();
  return [...Map.groupBy(samples, outcomes).values()];
}

const rangeOf = ([first, last]: Lines) => (first === last ? String(first) : `${first}\u2060–\u2060${last}`);

function samplesCell(samples: PageSample[], { language }: TableContext): string {
  const words = sampleWords[language];
  return samples
    .map((sample) => {
      const lines = `<bdi>${localDigits(rangeOf(sample.lines), language)}</bdi>`;
      const added = sample.framed.map((framing) => words.framings[framing][0]).join(words.comma);
      const facts = added ? ` <small>+\u00a0${escapeHtml(added)}</small>` : '';
      return `<bdi>${escapeHtml(sampleLanguages[sample.language])}</bdi> ${lines}${facts}`;
    })
    .join('<br>');
}

const samples: Renderer = (context, register) => {
  const { language, markdown } = context;
  const words = sampleWords[language];
  const rows = register.topics.flatMap((topic) =>
    groups(topic).map((group) => ({
      cells: [
        renderInline(topic.what[language], markdown),
        samplesCell(group, context),
        ...sampleServers.map((server) =>
          outcomeCell((group[0] as PageSample).outcome[server], context, register),
        ),
      ],
    })),
  );
  const servers = sampleServers.map((server) => words.servers[server]);
  return table([words.sample, words.languages, ...servers], rows, { label: words.sample });
};

const counts: Renderer = ({ language }, register) => {
  const words = sampleWords[language];
  const rows = verdicts.map((verdict) => ({
    cells: [
      escapeHtml(words.verdicts[verdict]),
      ...sampleServers.map((server) =>
        formatNumber(
          register.samples.filter(({ outcome }) => outcome[server].verdict === verdict).length,
          language,
        ),
      ),
    ],
  }));
  const servers = sampleServers.map((server) => words.servers[server]);
  return table([words.outcome, ...servers], rows, { label: words.outcome });
};

const reasons: Renderer = ({ language, markdown }, register) => {
  const words = sampleWords[language];
  const rows = Object.entries(register.reasons).map(([name, { short, text, decision }]) => {
    const number = localDigits(String(decision), language);
    const link = decision
      ? ` <a href="${markdown.link(`decision:${decision}`)}">${words.decision} ${number}</a>`
      : '';
    return {
      id: reasonAnchor(name),
      cells: [renderInline(short[language], markdown), renderInline(text[language], markdown) + link],
    };
  });
  return table([words.outcome, words.reason], rows, { label: words.reason });
};

const framingTable: Renderer = ({ language, markdown }) => {
  const words = sampleWords[language];
  const rows = framings.map((framing) => {
    const [name, meaning] = words.framings[framing];
    return { cells: [escapeHtml(name), renderInline(meaning, markdown)] };
  });
  return table([words.framing, words.meaning], rows, { label: words.framing });
};

const read =
  (render: Renderer) =>
  (context: TableContext): string =>
    render(context, readPageSamples());

/** The tables by their names. */
export const sampleTables: Record<string, (context: TableContext) => string> = {
  samples: read(samples),
  'sample-counts': read(counts),
  'sample-framings': read(framingTable),
  'sample-reasons': read(reasons),
};
