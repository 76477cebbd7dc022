// A mutant can be asked by anybody: the sandbox with it starts, has the mistake, and other judges are counted by it.
import { describe, expect, it } from 'vitest';
import { errors, operations } from '../../generated/facts.ts';
import type { Mutant } from '../mutants/mutant.ts';
import { shownTo } from '../mutants/others.ts';
import { mutants } from '../mutants/registry.ts';
import { type Served, serving } from '../mutants/served.ts';

const mutant = (id: string) => mutants.find((one) => one.id === id) as Mutant;
const ofSource = mutant('unknown-payment-is-forbidden');
const ofAnswer = mutant('amounts-with-decimals');
const harmless = mutant('retry-never');

/** The status and the code that an authority gets which there is not. */
async function unknownPayment({ url, token }: Served): Promise<string> {
  const path = operations.getPayment.path.replace('{authority}', '20250101000000AAAAAA');
  const answer = await fetch(url + path, { headers: { Authorization: `Bearer ${token}` } });
  const { status_code: code } = (await answer.json()) as { status_code: number };
  return `${answer.status} ${code}`;
}

const right = `404 ${errors.ErrorTransactionNotFound.code}`;

async function asked<T>(one: Mutant | undefined, question: (server: Served) => Promise<T>): Promise<T> {
  const server = await serving(one);
  try {
    return await question(server);
  } finally {
    await server.close();
  }
}

describe('a sandbox that is served', () => {
  it('is right without a mutant', async () => {
    expect(await asked(undefined, unknownPayment)).toBe(right);
  });

  it('has the mistake of a mutant of its source', async () => {
    expect(await asked(ofSource, unknownPayment)).toBe('422 -2');
  });

  it('has the mistake of a mutant before it', async () => {
    const text = await asked(ofAnswer, async ({ url, token }) => {
      const answer = await fetch(url + operations.createPayment.path, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'a-key-of-this-test',
        },
        body: JSON.stringify({ amount: 100_000, order_id: 'A-1', callback_url: 'https://shop.example/back' }),
      });
      const { data } = (await answer.json()) as { data: { transaction: { authority: string } } };
      const path = operations.getPayment.path.replace('{authority}', data.transaction.authority);
      return (await fetch(url + path, { headers: { Authorization: `Bearer ${token}` } })).text();
    });
    expect(text).toContain('"amount":100000.0');
  });
});

it('a judge of others has caught what it finds beyond the right sandbox', async () => {
  const judge = {
    name: 'A judge',
    manner: 'asks once',
    judge: async (server: Served) => ['always', await unknownPayment(server)],
  };
  expect(await shownTo(judge, [ofSource, harmless])).toEqual({
    name: 'A judge',
    manner: 'asks once',
    shown: [ofSource.id, harmless.id],
    caught: [ofSource.id],
  });
});
