// Draws a bar chart as SVG on the server; the same figures stand in a table for those who cannot see it.
import type { Speech } from '../../html/language.ts';
import { type Html, html } from '../../html/template.ts';

export interface Bar {
  label: string;
  /** Stacked from below: successful, open, failed. */
  parts: readonly [good: number, waiting: number, bad: number];
}

const size = { width: 720, height: 240, left: 44, right: 8, top: 12, bottom: 32 };
const kinds = ['good', 'waiting', 'bad'] as const;

/** A round number at least as large, so that the lines of the grid stand at whole numbers. */
function ceiling(value: number): number {
  if (value <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 5, 8, 10].find((factor) => factor * power >= value) ?? 10;
  const round = step * power;
  return round % 4 === 0 ? round : Math.ceil(round / 4) * 4;
}

/**
 * @param title what the chart shows; @param description its most important figures in a sentence.
 * @param every which labels stay when there is little room: each so many.
 */
export function barChart(
  { digits, count, language }: Speech,
  id: string,
  {
    title,
    description,
    bars,
    every,
  }: { title: string; description: string; bars: readonly Bar[]; every: number },
): Html {
  const { width, height, left, right, top, bottom } = size;
  const isPersian = language === 'fa';
  const highest = ceiling(Math.max(0, ...bars.map(({ parts }) => parts[0] + parts[1] + parts[2])));
  const room = height - top - bottom;
  const slot = (width - left - right) / Math.max(1, bars.length);
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const y = (value: number) => rounded(height - bottom - (value / highest) * room);
  // In Persian time runs from right to left, and the scale stands where reading begins.
  const x = (fromStart: number) => rounded(isPersian ? width - fromStart : fromStart);
  const grid = [0, 1, 2, 3, 4].map((quarter) => {
    const value = (highest / 4) * quarter;
    return html`<line class="grid" x1="${x(left)}" x2="${x(width - right)}" y1="${y(value)}" y2="${y(value)}"/><text class="scale" x="${x(left - 22)}" y="${y(value) + 4}" text-anchor="middle">${count(value)}</text>`;
  });
  const columns = bars.map(({ label, parts }, index) => {
    const start = left + slot * index + slot * 0.15;
    const barWidth = slot * 0.7;
    let below = 0;
    const pieces = parts.map((part, kind) => {
      if (part === 0) return html``;
      const upper = y(below + part);
      const piece = html`<rect class="${kinds[kind]}" x="${isPersian ? rounded(x(start) - barWidth) : x(start)}" y="${upper}" width="${rounded(barWidth)}" height="${rounded(y(below) - upper)}"/>`;
      below += part;
      return piece;
    });
    const isMajor = index % every === 0;
    return html`${pieces}<text class="tick ${isMajor ? 'major' : 'minor'}" x="${x(start + barWidth / 2)}" y="${height - bottom + 18}" text-anchor="middle">${digits(label)}</text>`;
  });
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-description"><title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>${grid}${columns}</svg>`;
}
