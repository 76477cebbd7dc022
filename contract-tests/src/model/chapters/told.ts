// What was told once of a payment stays as it is: its reference, its moments, its order.
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Chapter, Seen } from '../chapter.ts';
import type { Known, Told } from '../known.ts';
import { hasValue, ruleOf, type View, viewsOf } from '../views.ts';

/** The fields that never change, and what each is called in the memory: a reference has two names (docs/decisions/0029). */
const lasting: Readonly<Record<string, string>> = {
  created_at: 'created_at',
  expires_at: 'expires_at',
  verified_at: 'verified_at',
  order_id: 'order_id',
  callback_url: 'callback_url',
  description: 'description',
  ref_id: 'reference',
  ref_code: 'reference',
};

/** What the payment was made with is known from the request. */
const requested = ['callback_url', 'description'];

function rememberedOf({ payment }: View, field: string): Told | undefined {
  const kept = payment.told.get(lasting[field] ?? field);
  if (kept !== undefined) return kept;
  const value = requested.includes(field) ? payment.request?.[field] : undefined;
  return value === undefined ? undefined : { value, field };
}

const toldIn = ({ fields }: View): string[] =>
  Object.keys(lasting).filter((field) => hasValue(fields[field]));

function judgeView(view: View, seen: Seen): Finding[] {
  return toldIn(view).flatMap((field) => {
    const memory = rememberedOf(view, field);
    if (!memory || String(memory.value) === String(view.fields[field])) return [];
    const at = `${view.at}/${field}`;
    return [
      {
        at,
        expected: `${shown(memory.value)}, as ${view.payment.authority} was told of before`,
        got: shown(view.fields[field]),
        rule: ruleOf(seen, at),
        // That both names are one reference is only assumed.
        basis: memory.field === field ? stated : assumed(29),
      },
    ];
  });
}

/** What a payment was described with is shown wherever there is room for it. */
function judgeLost({ payment, at, fields }: View, seen: Seen): Finding[] {
  const given = payment.request?.description;
  if (!('description' in fields) || hasValue(fields.description) || !hasValue(given)) return [];
  return [
    {
      at: `${at}/description`,
      expected: `${shown(given)}, as it was described`,
      got: shown(fields.description),
      rule: ruleOf(seen, `${at}/description`),
      basis: stated,
    },
  ];
}

function learn(seen: Seen, known: Known): void {
  for (const view of viewsOf(seen, known)) {
    for (const field of toldIn(view)) {
      const name = lasting[field] ?? field;
      const { told } = view.payment;
      if (!told.has(name)) told.set(name, { value: view.fields[field], field });
    }
  }
}

const isOfNow = ({ isSuccess, replays, mayReplay }: Seen) => isSuccess && !replays && !mayReplay;

export const told: Chapter = {
  judge: (seen, known) =>
    isOfNow(seen)
      ? viewsOf(seen, known).flatMap((view) => [...judgeView(view, seen), ...judgeLost(view, seen)])
      : [],
  learn: (seen, known) => {
    if (isOfNow(seen)) learn(seen, known);
  },
};
