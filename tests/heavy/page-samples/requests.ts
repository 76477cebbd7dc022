// Tries the samples that send one request: what arrives, what the program gets, and what the page prints of it.
import { expect } from 'vitest';
import type { Framing, Outcome, PageSample } from '../../../foundation/reader/page-samples.ts';
import { errors, type OperationId, operations } from '../../../generated/facts.ts';
import type { Arrival } from '../front.ts';
import type { Bench, Server } from './bench.ts';
import { type Framed, frameSample, unrepairedGo } from './framing.ts';
import { type Answer, judgeAnswer, judgeFailure, judgeFindings, type Reasons } from './judge.ts';
import type { Page } from './page.ts';
import { buildGo, compileGo, type Ran, runProgram, writeProgram } from './programs.ts';
import { type Prepared, prepare } from './states.ts';
import { type Given, substitute } from './substitutions.ts';

/** What all trials need. */
export interface Laboratory {
  bench: Bench;
  page: Page;
  reasons: Reasons;
}

/** What came of a sample, and what had to be put around it. */
export interface Tried {
  framed: Framing[];
  outcome: Outcome;
}

/** A sample that is ready to run at a server. */
export interface Ready {
  framed: Framed;
  /** The sample alone, with its placeholders filled in. */
  filled: string;
  given: Given;
  prepared?: Prepared;
}

/** Fills in and frames a sample, after its terminal has been brought into the state that it needs. */
export async function makeReady(
  { bench, page }: Laboratory,
  server: Server,
  sample: PageSample,
  { secretKey, name = sample.id }: { secretKey?: string; name?: string } = {},
): Promise<Ready> {
  const { topic, language, lines } = sample;
  const given: Given = { server: `${server.front.url}/${name}` };
  let prepared: Prepared | undefined;
  if (server.gateway) {
    prepared = await prepare(server.gateway, topic.needs, server.terminalOptions, bench.shop.url);
    given.token = prepared.terminal.token;
    given.secretKey = secretKey ?? prepared.terminal.secretKey ?? undefined;
    given.authority = prepared.authority;
    given.webhookId = prepared.webhookId;
  }
  const filled = substitute(page.text(lines), given);
  return {
    filled,
    given,
    framed: frameSample(language, filled, topic.kind),
    ...(prepared ? { prepared } : {}),
  };
}

/** The programs in Go at a server: one build for all of them. */
export async function buildGoSamples(laboratory: Laboratory, server: Server, samples: PageSample[]) {
  const ready = new Map<string, Ready>();
  for (const sample of samples) ready.set(sample.id, await makeReady(laboratory, server, sample));
  const [first] = samples;
  if (!first) throw new Error('There is no sample in Go.');
  const sources = [...ready].map(([name, { framed }]) => ({ name, text: framed.text }));
  const command = await buildGo(sources, `${laboratory.bench.folder(server, first)}-and-all`);
  return { ready, command };
}
export type BuiltGo = Awaited<ReturnType<typeof buildGoSamples>>;

async function runSample(
  { bench }: Laboratory,
  server: Server,
  sample: PageSample,
  { framed, given }: Ready,
  built: BuiltGo,
): Promise<Ran> {
  const env = { SERVER: given.server };
  const folder = `${bench.folder(server, sample)}${given.server.split(sample.id).at(-1)}`;
  if (sample.language === 'go') {
    const report = `${folder}-report`;
    const cwd = bench.folder(server, sample).replace(/[^/]+$/, '');
    return runProgram({ command: built.command(sample.id), cwd, env: { ...env, REPORT: report }, report });
  }
  const program = await writeProgram(sample.language, framed.text, folder, env);
  return runProgram(program, sample.language === 'curl');
}

/** What a sample has to send: its own operation, or the one by which its frame tries the headers. */
const operationOf = ({ topic, language }: PageSample): OperationId | undefined => {
  if (topic.kind === 'headers') return language === 'curl' ? undefined : 'listTransactions';
  return topic.operation as OperationId;
};

/** A request that a sample sent, and what the program got for it. */
interface Sent {
  arrival: Arrival;
  answer: Answer;
  ran: Ran;
}

/** Runs a sample, and sees that it sends the one request that it should, and gets the answer to it. */
async function send(
  laboratory: Laboratory,
  server: Server,
  sample: PageSample,
  ready: Ready,
  built: BuiltGo,
): Promise<Sent> {
  const name = ready.given.server.split('/').at(-1) as string;
  const ran = await runSample(laboratory, server, sample, ready, built);
  const arrivals = server.front.arrivalsOf(name);
  expect(arrivals, `the requests of ${name}, which printed:\n${ran.output}`).toHaveLength(1);
  const arrival = arrivals[0] as Arrival;
  const operation = operationOf(sample);
  if (operation) {
    expect(arrival.method).toBe(operations[operation].method);
    expect(arrival.path).toMatch(new RegExp(operations[operation].pathPattern));
  }
  const answer = { status: arrival.status, body: arrival.answer.body.toString() };
  expect(ran.reports, 'the answer that the program holds').toEqual([{ answer }]);
  return { arrival, answer, ran };
}

/** Runs a sample that sends one request, and judges what came of it. */
export async function tryRequest(
  laboratory: Laboratory,
  server: Server,
  sample: PageSample,
  built: BuiltGo,
): Promise<Tried> {
  const { page, reasons, bench } = laboratory;
  const { topic, language, id } = sample;
  const ready =
    (language === 'go' ? built.ready.get(id) : undefined) ?? (await makeReady(laboratory, server, sample));
  const { framed } = ready.framed;
  const { arrival, answer, ran } = await send(laboratory, server, sample, ready, built);
  if (ran.code !== 0) return { framed, outcome: judgeFailure(ran.output, reasons) };

  const printed = topic.prints ? (JSON.parse(page.text(topic.prints)) as unknown) : undefined;
  const outcome = judgeAnswer(answer, printed, reasons);
  if (topic.operation === 'prepareRequest' && ready.prepared) {
    await sendPrepared(server, ready.prepared, arrival.body, JSON.parse(answer.body) as PreparedAnswer);
  }
  if (!framed.includes('reads inside')) return { framed, outcome };
  const unrepaired = unrepairedGo(ready.filled, topic.kind);
  const complaint = await compileGo(unrepaired, `${bench.folder(server, sample)}-unrepaired`);
  const failure = judgeFailure(complaint, reasons);
  return {
    framed,
    outcome:
      outcome.verdict === 'as printed'
        ? failure
        : { ...failure, reasons: [...failure.reasons, ...outcome.reasons] },
  };
}

interface PreparedAnswer {
  headers: Record<string, string>;
}

/** Sends what the gateway prepared: the body of the sample, compact, with all the headers of the answer. */
async function sendPrepared(
  { gateway }: Server,
  { terminal }: Prepared,
  asked: Buffer,
  { headers }: PreparedAnswer,
): Promise<void> {
  const { data } = JSON.parse(asked.toString()) as { data: object };
  const response = await fetch(`${gateway?.url}${operations.createPayment.path}`, {
    method: operations.createPayment.method,
    headers: { Authorization: `Bearer ${terminal.token}`, ...headers },
    body: JSON.stringify(data),
  });
  expect(await response.json(), 'the payment that was prepared').toMatchObject({ success: true });
}

/** The signature of a request is accepted when the key is right, and only then; what else is wrong is judged after it. */
export async function trySigning(
  laboratory: Laboratory,
  server: Server,
  sample: PageSample,
  built: BuiltGo,
): Promise<Tried> {
  const { reasons } = laboratory;
  const ready = await makeReady(laboratory, server, sample);
  const { framed } = ready.framed;
  const { arrival, answer } = await send(laboratory, server, sample, ready, built);
  const sent = arrival.body.toString();
  const findings = [
    ...(sent.includes('\\/') ? ['escapes the slashes of the JSON'] : []),
    ...(/": /.test(sent) ? ['puts blanks into the JSON'] : []),
  ];
  const habits = judgeFindings(findings, reasons);
  const outcome = judgeAnswer(answer, undefined, reasons);
  if (server.gateway) {
    const forged = await makeReady(laboratory, server, sample, {
      secretKey: 'another key',
      name: `${sample.id}-forged`,
    });
    const refused = await send(laboratory, server, sample, forged, built);
    expect(JSON.parse(refused.answer.body)).toMatchObject({
      error: { code: errors.ErrorSignatureInvalid.code },
    });
  }
  return { framed, outcome: { ...outcome, reasons: [...outcome.reasons, ...habits.reasons] } };
}
