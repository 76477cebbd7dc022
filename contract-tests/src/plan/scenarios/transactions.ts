// Scenes for the answers of transactions and reports.
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { jalaliDate } from '../../judge/time.ts';
import { existing } from './existing.ts';
import { because, type Scenes } from './scene.ts';
import { type Stage, Unreachable } from './stage.ts';

/** A day on which no shop had a transaction here: long before there was a gateway. */
const quietDay = '1300-01-01';

export const listTransactions: Scenes = {
  '200 firstPage': {
    play: async (stage) => {
      // Where nothing may be made, whatever list there is has to do.
      const as = stage.can('payer') ? (await existing(stage, 'completed')).as : undefined;
      return stage.ask(stage.draft('listTransactions'), as && { as });
    },
  },
  '200 empty': {
    play: (stage) =>
      stage.ask(
        stage.draft('listTransactions', {
          query: [
            ['from_date', quietDay],
            ['to_date', quietDay],
          ],
        }),
      ),
    like: [
      '/data/transactions',
      '/data/pagination/total',
      ...because('decision 60', '/data/pagination/last_page'),
    ],
  },
  '422 invalidTransactionFilter': {
    codeBasis: 'decision 60',
    play: (stage) =>
      stage.ask(
        stage.draft('listTransactions', {
          query: [
            ['from_date', '1400-01-02'],
            ['to_date', '1400-01-01'],
            ['per_page', '101'],
          ],
        }),
      ),
  },
};

export const getTransaction: Scenes = {
  '200 completed': {
    state: 'COMPLETED',
    play: async (stage) => {
      const { authority, as } = await existing(stage, 'completed');
      return stage.ask(stage.draft('getTransaction', { authority }), { as });
    },
    like: ['status', 'is_expired', 'can_be_verified', 'verification_status'].map(
      (field) => `/data/transaction/${field}`,
    ),
  },
  '200 awaitingVerification': {
    state: 'AWAITING_VERIFICATION',
    needs: ['payer'],
    play: async (stage) => {
      const { authority, by } = await stage.paid();
      return stage.ask(stage.draft('getTransaction', { authority }), { as: by });
    },
    like: [
      ...because('decision 56', '/data/transaction/status'),
      ...because('decision 53', '/data/transaction/ref_code'),
      ...because('decision 54', '/data/transaction/verification_status'),
      '/data/transaction/is_expired',
      '/data/transaction/can_be_verified',
    ],
  },
};

/** A day on which the terminal had transactions, and who may ask for it. */
async function busyDay(stage: Stage) {
  const { as, createdAt } = await existing(stage, 'completed');
  const { target } = stage.session;
  return { as, day: createdAt?.slice(0, 10) ?? jalaliDate(target.now(as.token)) };
}

export const getDailyReport: Scenes = {
  '200 day': {
    play: async (stage) => {
      const { as, day } = await busyDay(stage);
      const answer = await stage.ask(stage.draft('getDailyReport', { query: [['date', day]] }), { as });
      if (answer.status === 200 && nodeAt(answer.body, '/data/summary/total_transactions') === 0) {
        throw new Unreachable(
          `the report of ${day} counts nothing although the list has a transaction of that day`,
        );
      }
      return answer;
    },
  },
  '200 quietDay': {
    play: (stage) => stage.ask(stage.draft('getDailyReport', { query: [['date', quietDay]] })),
    like: because(
      'decision 38',
      '/data/summary/total_transactions',
      '/data/summary/total_amount',
      '/data/summary/success_rate',
      '/data/hourly_breakdown',
    ),
  },
  '422 invalidReportDate': {
    play: (stage) => {
      const { target } = stage.session;
      const tomorrow = jalaliDate(target.now(target.credentials.token) + 2 * 86_400);
      return stage.ask(stage.draft('getDailyReport', { query: [['date', tomorrow]] }));
    },
  },
};

export const getMonthlyReport: Scenes = {
  '200 month': {
    play: async (stage) => {
      const as = stage.can('payer') ? (await existing(stage, 'completed')).as : undefined;
      return stage.ask(stage.draft('getMonthlyReport'), as && { as });
    },
  },
  '422 invalidReportMonth': {
    play: (stage) => stage.ask(stage.draft('getMonthlyReport', { query: [['month', '1404-13']] })),
  },
};
