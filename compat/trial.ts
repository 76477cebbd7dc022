// Tries one tool: installs it, lets it generate, compiles, and sends its program through a payment.
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { openBench } from './bench.ts';
import { type Cell, type Finding, untried } from './cells.ts';
import type { Gateway } from './gateway.ts';
import { paymentCells, tryPayment } from './payment.ts';
import type { Tool } from './tool.ts';

/** Whether a program can be started by its name. */
async function isThere(program: string): Promise<boolean> {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  const found = await Promise.allSettled(places.map((place) => access(place)));
  return found.some(({ status }) => status === 'fulfilled');
}

/** Where the tools are tried, and with what. */
export interface Surroundings {
  gateway: Gateway;
  document: string;
}

/** Goes from the installation to the last word of the program, as far as the tool comes. */
async function walk(tool: Tool, toolFolder: string, { gateway, document }: Surroundings): Promise<Finding> {
  const outcomes = untried();
  const failures: Finding['failures'] = {};
  const took = { install: 0, generate: 0, compile: 0, run: 0 };
  const bench = await openBench(toolFolder, document);
  const timed = async (part: keyof typeof took, work: () => Promise<unknown>) => {
    const start = performance.now();
    try {
      await work();
    } finally {
      took[part] = Math.round(performance.now() - start);
    }
  };
  /** Does the work of one cell. @returns whether it worked. */
  const attempt = async (cell: Cell, part: keyof typeof took, work: () => Promise<unknown>) => {
    try {
      await timed(part, work);
      outcomes[cell] = true;
    } catch (error) {
      outcomes[cell] = false;
      failures[cell] = (error as Error).message;
    }
    return outcomes[cell];
  };
  const pay = async () => {
    const plain = await tryPayment(tool, bench, await gateway.merchant());
    Object.assign(failures, plain);
    for (const cell of paymentCells) outcomes[cell] = plain[cell] === undefined;
    const grown = await tryPayment(tool, bench, await gateway.merchant(['extra-fields']));
    // What fails without the field fails with it too; the field is at fault only for the rest.
    const own = Object.entries(grown).filter(([cell]) => plain[cell as Cell] === undefined);
    outcomes.addedField = own.length === 0;
    if (own.length > 0) failures.addedField = own.map(([, text]) => text).join('\n');
  };
  try {
    await timed('install', () => tool.install(bench));
    const built =
      (await attempt('generates', 'generate', () => tool.generate(bench))) &&
      (await attempt('compiles', 'compile', () => tool.compile(bench)));
    if (built) await timed('run', pay);
    return { outcomes, failures, took };
  } finally {
    await bench.close();
  }
}

/** Tries a tool, and once more without the options that it is said to need. */
export async function tryTool(
  tool: Tool,
  toolFolder: string,
  surroundings: Surroundings,
): Promise<{ finding: Finding; bare?: Finding }> {
  for (const program of tool.needs) {
    // A missing program is no fault of the tool, and nothing that a table may show.
    if (!(await isThere(program)))
      throw new Error(`The program ${program} is missing; .ci/languages installs it.`);
  }
  const finding = await walk(tool, toolFolder, surroundings);
  if (!tool.bare) return { finding };
  return { finding, bare: await walk({ ...tool, generate: tool.bare }, toolFolder, surroundings) };
}
