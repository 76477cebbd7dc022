// `npm run compat`: everybody's generators take the published document, and pay with what they make of it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { contractVersion } from '../generated/facts.ts';
import type { Finding } from './cells.ts';
import { readFaults } from './faults.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { type Options, readOptions, usage } from './options.ts';
import { type Registered, registeredTools } from './registry.ts';
import { type Result, readResults, resultsFile } from './results.ts';
import { heading, row } from './table.ts';
import { tryTool } from './trial.ts';
import { mistakes, outdated } from './verdict.ts';

/** As many at once as the smallest machine has cores. */
const atOnce = 2;

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

function chosen(tools: Registered[], { only, all }: Options): Registered[] {
  const unknown = only.filter((name) => !tools.some(({ id }) => id === name));
  if (unknown.length > 0) throw new Error(`compat/tools/ has no ${unknown.join(' and no ')}.`);
  if (only.length > 0) return tools.filter(({ id }) => only.includes(id));
  return tools.filter(({ tool }) => all || !tool.slow);
}

/** Tries the tools, a few at once, and prints each as it is done. */
async function tryAll(
  tools: Registered[],
  gateway: Gateway,
  document: string,
): Promise<Map<string, Finding>> {
  const findings = new Map<string, Finding>();
  const waiting = [...tools];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const finding = await tryTool(next.tool, next.folder, { gateway, document });
      findings.set(next.id, finding);
      console.log(row(next, finding));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return findings;
}

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
  const findings = await tryAll(tools, gateway, options.document).finally(gateway.close);
  const wrong = tools.flatMap(({ id }) => mistakes(id, findings.get(id) as Finding, faults));
  const found = tools.map((registered) => resultOf(registered, findings.get(registered.id) as Finding));
  if (options.write) write(found);
  const written = readResults().results;
  const otherwise = found.flatMap((result) =>
    outdated(
      result,
      written.find(({ id }) => id === result.id),
    ),
  );
  for (const line of [...wrong, ...otherwise]) console.error(`\n${line}`);
  const failed = new Set([...wrong, ...otherwise]).size;
  console.log(`\n${tools.length} tools tried; ${failed} findings`);
  return failed > 0 ? 1 : 0;
}

const options = readOptions(process.argv.slice(2));
if (options.help) console.log(usage);
else process.exitCode = await main(options);
