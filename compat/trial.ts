// Tries one tool: installs it, lets it generate, compiles, and sends its program through a payment.
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { openBench, run } from './bench.ts';
import { type Cell, type Finding, untried } from './cells.ts';
import type { Gateway, Merchant } from './gateway.ts';
import type { Bench, Tool } from './tool.ts';

/** Whether a program can be started by its name. */
async function isThere(program: string): Promise<boolean> {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  const found = await Promise.allSettled(places.map((place) => access(place)));
  return found.some(({ status }) => status === 'fulfilled');
}

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

/**
 * Sends a program through a payment, from its creation to the second verification.
 * @returns what was wrong, for each cell that was.
 */
async function payment(tool: Tool, bench: Bench, merchant: Merchant): Promise<Partial<Record<Cell, string>>> {
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

/** Tries a tool with a document. @throws Error when something is missing that is no matter of the tool. */
export async function tryTool(
  tool: Tool,
  toolFolder: string,
  { gateway, document }: { gateway: Gateway; document: string },
): Promise<Finding> {
  const finding: Finding = {
    outcomes: untried(),
    failures: {},
    took: { install: 0, generate: 0, compile: 0, run: 0 },
  };
  const { outcomes, failures, took } = finding;
  const bench = await openBench(toolFolder, document);
  const timed = async <Result>(part: keyof Finding['took'], work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    try {
      return await work();
    } finally {
      took[part] = Math.round(performance.now() - start);
    }
  };
  /** Does the work of one cell. @returns whether it worked. */
  const attempt = async (cell: Cell, part: keyof Finding['took'], work: () => Promise<unknown>) => {
    try {
      await timed(part, work);
      outcomes[cell] = true;
    } catch (error) {
      outcomes[cell] = false;
      failures[cell] = (error as Error).message;
    }
    return outcomes[cell];
  };
  try {
    for (const program of tool.needs) {
      // A missing program is no fault of the tool, and nothing that a table may show.
      if (!(await isThere(program)))
        throw new Error(`The program ${program} is missing; .ci/languages installs it.`);
    }
    await timed('install', () => tool.install(bench));
    if (!(await attempt('generates', 'generate', () => tool.generate(bench)))) return finding;
    if (!(await attempt('compiles', 'compile', () => tool.compile(bench)))) return finding;
    await timed('run', async () => {
      const plain = await payment(tool, bench, await gateway.merchant());
      Object.assign(failures, plain);
      for (const cell of ['creates', 'pays', 'verifies', 'verifiesAgain'] as const) {
        outcomes[cell] = plain[cell] === undefined;
      }
      const grown = await payment(tool, bench, await gateway.merchant(['extra-fields']));
      // What fails without the field fails with it too; the field is at fault only for the rest.
      const own = Object.entries(grown).filter(([cell]) => plain[cell as Cell] === undefined);
      outcomes.addedField = own.length === 0;
      if (own.length > 0) failures.addedField = own.map(([, text]) => text).join('\n');
    });
    return finding;
  } finally {
    await bench.close();
  }
}
