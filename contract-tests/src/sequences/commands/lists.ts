// Lists with their filters and pages, and the reports of the day and of the month.
import fc from 'fast-check';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { operationOf } from '../../contract/document.ts';
import { jalaliDate } from '../../judge/time.ts';
import type { Family } from '../command.ts';
import { shopOf } from '../memory.ts';
import { shops } from './draw.ts';

/** What the filter of the list takes. */
const statuses: string[] = operationOf('listTransactions').parameters.flatMap(({ value }) =>
  value.name === 'status' ? ((value.schema as { enum?: string[] }).enum ?? []) : [],
);

const filters = fc.record({
  status: fc.option(fc.constantFrom(...statuses), { nil: undefined, freq: 2 }),
  page: fc.constantFrom(undefined, undefined, '1', '2', '3'),
  per_page: fc.constantFrom(undefined, undefined, '1', '2', '100'),
  days: fc.constantFrom(undefined, undefined, 'today' as const, 'yesterday' as const),
});

const day = 86_400;

export const list: Family = {
  needs: [],
  weight: 2,
  commands: fc.record({ shop: shops, filter: filters }).map(({ shop, filter: { days, ...filter } }) => ({
    name: 'list',
    isPossible: () => true,
    play: async (memory, world) => {
      const by = shopOf(memory, shop);
      const date = jalaliDate(world.now(by) - (days === 'yesterday' ? day : 0));
      const wanted = { ...filter, ...(days && { from_date: date, to_date: date }) };
      const query = Object.entries(wanted).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, value]],
      );
      const says = `lists its transactions${query.map(([name, value]) => `, ${name} ${value}`).join('')}`;
      await world.send(by, world.stage.draft('listTransactions', { query }), { says });
    },
  })),
};

export const report: Family = {
  needs: [],
  weight: 1,
  commands: fc
    .record({
      shop: shops,
      which: fc.constantFrom('getDailyReport' as const, 'getMonthlyReport' as const),
      before: fc.constantFrom(0, 0, 1),
    })
    .map(({ shop, which, before }) => ({
      name: which,
      isPossible: () => true,
      play: async (memory, world) => {
        const by = shopOf(memory, shop);
        const date = jalaliDate(world.now(by) - before * day);
        const query: [string, string][] =
          which === 'getDailyReport' ? [['date', date]] : [['month', date.slice(0, 7)]];
        const says = `asks for the report of ${nodeAt(query, '/0/1')}`;
        await world.send(by, world.stage.draft(which, { query }), { says });
      },
    })),
};
