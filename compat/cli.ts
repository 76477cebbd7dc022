// `npm run compat`: everybody's generators take the published document, and pay with what they make of it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { contractVersion } from '../generated/facts.ts';
import { publishedDocument } from './bench.ts';
import type { Finding } from './cells.ts';
import { readFaults } from './faults.ts';
import { openGateway } from './gateway.ts';
import { type Options, readOptions, usage } from './options.ts';
import { type Registered, registeredTools } from './registry.ts';
import { type Result, readResults, resultsFile } from './results.ts';
import { heading, row } from './table.ts';
import { type Surroundings, tryTool } from './trial.ts';
import { mistakes, needless, outdated } from './verdict.ts';

/** As many at once as the smallest machine has cores. */
const atOnce = 2;

type Tried = Awaited<ReturnType<typeof tryTool>>;

const faults = readFaults();

const resultOf = ({ id, tool }: Registered, { outcomes }: Finding): Result => ({
  id,
  name: tool.name,
  target: tool.target,
  language: tool.language,
  version: tool.version,
  command: tool.command,
  note: tool.note,
  outcomes,
  faults: faults.filter((fault) => fault.tool === id).map(({ says, issue }) => ({ says, issue })),
});

function chosen(tools: Registered[], { only }: Options): Registered[] {
  const unknown = only.filter((name) => !tools.some(({ id }) => id === name));
  if (unknown.length > 0) throw new Error(`compat/tools/ has no ${unknown.join(' and no ')}.`);
  return only.length > 0 ? tools.filter(({ id }) => only.includes(id)) : tools;
}

/** Tries the tools, a few at once, and prints each as it is done. */
async function tryAll(tools: Registered[], surroundings: Surroundings): Promise<Map<string, Tried>> {
  const findings = new Map<string, Tried>();
  const waiting = [...tools];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const tried = await tryTool(next.tool, next.folder, surroundings);
      findings.set(next.id, tried);
      console.log(row(next, tried.finding));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return findings;
}

/** Keeps what was written of the tools that were not tried now. */
function write(found: Result[]): void {
  const others = readResults().results.filter(({ id }) => !found.some((result) => result.id === id));
  const results = [...others, ...found].sort((one, other) => one.id.localeCompare(other.id));
  const date = new Date().toISOString().slice(0, 10);
  mkdirSync(dirname(resultsFile), { recursive: true });
  writeFileSync(resultsFile, `${JSON.stringify({ date, contract: contractVersion, results }, null, 2)}\n`);
}

async function main(options: Options): Promise<number> {
  const tools = chosen(await registeredTools(), options);
  const gateway = await openGateway();
  console.log(heading);
  const surroundings = { gateway, document: options.document };
  const findings = await tryAll(tools, surroundings).finally(gateway.close);
  const of = (id: string) => findings.get(id) as Tried;
  const wrong = tools.flatMap(({ id }) => [
    ...mistakes(id, of(id).finding, faults),
    ...needless(id, of(id).bare),
  ]);
  const found = tools.map((registered) => resultOf(registered, of(registered.id).finding));
  // What nobody has accounted for is not for readers.
  if (options.write && wrong.length === 0) write(found);
  const written = readResults().results;
  const asWritten = (result: Result) =>
    outdated(
      result,
      written.find(({ id }) => id === result.id),
    );
  // What comes of another document is not what the documentation tells of.
  const otherwise = options.document === publishedDocument ? found.flatMap(asWritten) : [];
  for (const line of [...wrong, ...otherwise]) console.error(`\n${line}`);
  const wanting = wrong.length + otherwise.length;
  console.log(`\n${tools.length} tools tried; ${wanting} findings`);
  return wanting > 0 ? 1 : 0;
}

const options = readOptions(process.argv.slice(2));
if (options.help) console.log(usage);
else process.exitCode = await main(options);
