// Draws the flow of a payment as SVG: who speaks to whom, in order; mirrored for readers from right to left.
import { escapeHtml } from '../html.ts';
import type { Language } from '../languages.ts';
import { localDigits } from '../numbers.ts';

type Actor = 'browser' | 'shop' | 'gateway' | 'bank';

const actors: Actor[] = ['browser', 'shop', 'gateway', 'bank'];

interface Words {
  title: string;
  actors: Record<Actor, string>;
  steps: string[];
}

/** From whom to whom each step goes, and whether it is the answer to the one before. */
const arrows: { from: Actor; to: Actor; answer?: boolean; strong?: boolean }[] = [
  { from: 'browser', to: 'shop' },
  { from: 'shop', to: 'gateway' },
  { from: 'gateway', to: 'shop', answer: true },
  { from: 'shop', to: 'browser', answer: true },
  { from: 'browser', to: 'gateway' },
  { from: 'gateway', to: 'bank' },
  { from: 'bank', to: 'gateway', answer: true },
  { from: 'gateway', to: 'browser', answer: true },
  { from: 'browser', to: 'shop' },
  { from: 'shop', to: 'gateway', strong: true },
  { from: 'gateway', to: 'shop', answer: true, strong: true },
  { from: 'shop', to: 'browser', answer: true },
];

const words: Record<Language, Words> = {
  en: {
    title: 'The flow of a payment',
    actors: { browser: 'Browser', shop: 'Your server', gateway: 'IranDargah', bank: 'Bank' },
    steps: [
      'places an order',
      'createPayment with Idempotency-Key',
      'authority, gateway_url',
      'redirect to gateway_url',
      'opens the payment page',
      'pays by card',
      'result',
      'redirect to callback_url',
      'callback: a hint, not a proof',
      'createVerification, own amount',
      'verified: the money is yours',
      'receipt',
    ],
  },
  fa: {
    title: 'جریان پرداخت',
    actors: { browser: 'مرورگر', shop: 'سرور شما', gateway: 'ایران‌درگاه', bank: 'بانک' },
    steps: [
      'ثبت سفارش',
      'ایجاد پرداخت با یک کلید',
      'شناسه و آدرس صفحهٔ پرداخت',
      'هدایت به صفحهٔ پرداخت',
      'باز کردن صفحهٔ پرداخت',
      'پرداخت با کارت',
      'نتیجه',
      'هدایت به فروشگاه',
      'بازگشت: سرنخ است، نه مدرک',
      'تأیید با مبلغ خودتان',
      'تأیید شد: پول مال شماست',
      'رسید',
    ],
  },
};

const stepHeight = 46;
const top = 54;

/** One drawing; the narrow one has shorter lanes for phones, and its texts reach over them. */
function draw(language: Language, { width, className }: { width: number; className: string }): string {
  const { title, actors: names, steps } = words[language];
  const mirrored = language === 'fa';
  const lane = width / actors.length;
  const x = (actor: Actor) => {
    const centre = (actors.indexOf(actor) + 0.5) * lane;
    return Math.round(mirrored ? width - centre : centre);
  };
  const height = top + arrows.length * stepHeight + 14;
  const boxWidth = Math.min(132, lane - 8);

  const lanes = actors.map(
    (actor) => `<line class="lane" x1="${x(actor)}" y1="40" x2="${x(actor)}" y2="${height}"/>
<rect class="actor" x="${x(actor) - boxWidth / 2}" y="4" width="${boxWidth}" height="34" rx="8"/>
<text class="actor-name" x="${x(actor)}" y="26" text-anchor="middle">${names[actor]}</text>`,
  );
  const drawn = arrows.map(({ from, to, answer, strong }, index) => {
    const y = top + index * stepHeight + 30;
    const direction = Math.sign(x(to) - x(from));
    const tip = x(to) - direction * 2;
    const middle = (x(from) + x(to)) / 2;
    const label = `${localDigits(String(index + 1), language)}. ${steps[index] ?? ''}`;
    // A rough width of the text, enough to keep it inside the drawing.
    const half = (label.length * (mirrored ? 6 : 6.4)) / 2 + 4;
    const at = Math.round(Math.min(Math.max(middle, half), width - half));
    const kind = `arrow${answer ? ' answer' : ''}${strong ? ' strong' : ''}`;
    return `<g class="${kind}"><text x="${at}" y="${y - 9}" text-anchor="middle">${escapeHtml(label)}</text>
<line x1="${x(from)}" y1="${y}" x2="${tip - direction * 6}" y2="${y}"/>
<path d="M${tip} ${y}l${-direction * 9} -5v10z"/></g>`;
  });
  return `<svg class="${className}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" xmlns="http://www.w3.org/2000/svg" direction="${mirrored ? 'rtl' : 'ltr'}">
${lanes.join('\n')}
${drawn.join('\n')}
</svg>`;
}

/** The diagram in two widths, of which the style sheet shows the one that fits, with its steps as its text. */
export function flowDiagram(language: Language): string {
  return `<figure class="diagram">
${draw(language, { width: 760, className: 'wide-drawing' })}
${draw(language, { width: 340, className: 'narrow-drawing' })}
</figure>
`;
}
