// Sends each client answers that the contract does not promise: none may throw what a shop cannot foresee.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';
import { openLaboratory } from './clients/laboratory.ts';
import { clientLanguages } from './clients/languages.ts';
import { oddAnswers } from './tolerance/answers.ts';
import { deliveryOf, type OddServer, startOddServer, tokenOf } from './tolerance/server.ts';
import { type Outcomes, outcomeTable, tableFile, withTable } from './tolerance/table.ts';

const webhookSecret = 'the secret of the webhook';
const file = join(root, tableFile);

let server: OddServer;
beforeAll(async () => {
  server = await startOddServer(oddAnswers);
});
afterAll(() => server.close());

/** One line for each case: what is called, with which token, and the delivery if it is one. */
const cases = () =>
  oddAnswers
    .map((odd, number) => {
      const delivery = odd.operation === 'delivery' ? deliveryOf(odd, webhookSecret) : [];
      return [odd.operation, tokenOf(number), ...delivery].join('\t');
    })
    .join('\n');

const outcomes: Outcomes = {};

describe.each(Object.entries(clientLanguages('tolerance')))('the %s client', (name, language) => {
  // Maven and pip fetch what a fresh machine has not got.
  beforeAll(async () => {
    const laboratory = await openLaboratory(name);
    try {
      await language.install(laboratory);
      const env = { SERVER: server.url, WEBHOOK_SECRET: webhookSecret, CASES: cases() };
      const lines = (await laboratory.must(language.program, env)).trimEnd().split('\n');
      outcomes[language.label] = lines.map((line) => line.trimEnd());
    } finally {
      await laboratory.remove();
    }
  }, 600_000);

  it.each(oddAnswers.map((odd, number) => ({ odd, number, name: odd.name })))(
    'reads: $name',
    ({ odd, number }) => {
      expect(outcomes[language.label]?.[number]).toBe(odd.told);
    },
  );
});

describe('the table of the outcomes', () => {
  it('stands in the documentation as it came out', async () => {
    const table = outcomeTable(oddAnswers, outcomes);
    console.log(table);
    const document = await readFile(file, 'utf8');
    if (process.env.UPDATE_TABLES) await writeFile(file, withTable(document, table));
    else
      expect(document, 'run it with UPDATE_TABLES=1 and commit the result').toBe(withTable(document, table));
  });
});
