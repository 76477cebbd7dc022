// Sends a program through a payment, word by word, and compares what it prints with what the gateway answered.
import { run } from './bench.ts';
import type { Cell } from './cells.ts';
import type { Merchant } from './gateway.ts';
import type { Bench, Tool } from './tool.ts';

/** One of the words that a program knows, and what it has to print. */
type Word = {
  cell: Cell;
  args: (authority: string) => string[];
  expected: (merchant: Merchant) => Promise<string>;
};

const words: Word[] = [
  { cell: 'pays', args: (authority) => ['read', authority], expected: ({ read }) => read() },
  { cell: 'verifies', args: (authority) => ['verify', authority], expected: ({ verified }) => verified() },
  { cell: 'verifiesAgain', args: (authority) => ['verify', authority], expected: ({ refused }) => refused() },
];

/** The columns of the table that one payment fills. */
export const paymentCells: Cell[] = ['creates', ...words.map(({ cell }) => cell)];

/**
 * Sends a program through a payment, from its creation to the second verification.
 * @returns what was wrong, for each cell that was.
 */
export async function tryPayment(
  tool: Tool,
  bench: Bench,
  merchant: Merchant,
): Promise<Partial<Record<Cell, string>>> {
  const failures: Partial<Record<Cell, string>> = {};
  const [program, ...before] = tool.program(bench);
  const say = async (cell: Cell, args: string[], expected: () => Promise<string>) => {
    const { ok, stdout, output } = await run([program, ...before, ...args], {
      cwd: bench.folder,
      env: merchant.env,
    });
    const line = stdout.trim();
    const wanted = await expected();
    if (!ok || line !== wanted)
      failures[cell] = `${args.join(' ')}: expected «${wanted}», and it said:\n${output}`;
    return line;
  };
  const line = await say('creates', ['create'], () => merchant.created());
  // What comes after the creation is tried all the same.
  const authority = failures.creates ? await merchant.create() : line.slice('created '.length);
  await merchant.pay(authority);
  for (const { cell, args, expected } of words) await say(cell, args(authority), () => expected(merchant));
  return failures;
}
