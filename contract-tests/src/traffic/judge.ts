// Judges recorded exchanges by the same rules as live ones.

import { type ContractOperation, matchOperation } from '../contract/document.ts';
import { idempotency, signing } from '../contract/facts.ts';
import { ruleAt } from '../contract/schemas.ts';
import type { Circumstances } from '../judge/exchange.ts';
import type { Finding } from '../judge/finding.ts';
import { judge, type Verdict } from '../judge/judge.ts';
import { take } from '../judge/status.ts';
import { asFirmAs, assumed, basisOfRule, weaker } from '../judge/word.ts';
import type { Recorder } from '../run/recorder.ts';
import type { RequestProblem } from './drift.ts';
import type { RecordedExchange } from './har.ts';
import { type ReadExchange, remembered } from './memory.ts';

export interface TrafficOptions {
  secretKey?: string;
  /** Problems of the requests themselves, by the exchange. */
  problems?: RequestProblem[];
  isWanted?: (id: string) => boolean;
  /** What the names of the cases begin with. */
  label?: string;
  /** Whether the server's clock was that of the recording; a sandbox may have moved its own. */
  sameClock?: boolean;
  /** Whether the server remembers nothing, as a mock: then no answer says anything of another. */
  forgetful?: boolean;
}

/** What can be known of the caller from the outside: a server that answers a token with other than 401 knows it. */
function circumstancesOf(
  { request, answer, startedAt, sandbox }: RecordedExchange,
  operation: ContractOperation,
  { secretKey, sameClock = true }: TrafficOptions,
): Circumstances {
  const signed = request.headers[signing.request.signature_header.toLowerCase()] !== undefined;
  // Under which status a refused token comes is only assumed.
  const isKnown = (take(answer, operation).response?.status ?? answer.status) !== 401;
  return {
    tokenKnown: operation.facts.token && isKnown,
    ...(secretKey && { secretKey }),
    signed: signed && isKnown,
    ...(sameClock && startedAt !== undefined && { now: startedAt }),
    // A repeated request with an idempotency key gets the answer of an earlier moment.
    fresh: false,
    sandbox,
  };
}

/** The rule that a request breaks, and what it rests on that such a request is refused. */
function brokenRule(
  { schemaPath = '', missingField, parameter }: RequestProblem,
  operation: ContractOperation,
): Pick<Finding, 'rule' | 'basis'> {
  const named = operation.parameters.find(({ value }) => value.name === parameter);
  if (named && !schemaPath) {
    const rule = `${named.pointer}/required`;
    // The header table calls the key mandatory and ten samples go without it (docs/decisions/0003).
    const isKey = parameter === idempotency.header;
    return { rule, basis: isKey ? weaker(basisOfRule(rule), assumed(3)) : basisOfRule(rule) };
  }
  const schema = named ? `${named.pointer}/schema` : operation.requestBody?.schemaPointer;
  if (!schema || !schemaPath) return { rule: operation.pointer };
  const rule = ruleAt(schema, `${schemaPath.slice(1)}${missingField ? `/${missingField}` : ''}`);
  // Nothing is said of a field that nobody has asked for.
  return schemaPath.endsWith('/additionalProperties') ? { rule, basis: assumed(22) } : { rule };
}

/** A request that breaks the contract is the caller's fault; that it was carried out is the server's. */
function accepted(
  problems: RequestProblem[],
  { answer }: RecordedExchange,
  operation: ContractOperation,
): Finding[] {
  if (answer.status >= 300) return [];
  return problems.map((problem) => ({
    at: `/request${problem.parameter ? `/${problem.parameter}` : problem.at ? `/body${problem.at}` : ''}`,
    expected: `a refusal, since the request breaks the contract: ${problem.message}`,
    got: `HTTP ${answer.status}, a success`,
    ...brokenRule(problem, operation),
  }));
}

/** What is known of an exchange by itself. */
function readExchange(
  exchange: RecordedExchange,
  operation: ContractOperation,
  options: TrafficOptions,
): ReadExchange & { verdict?: Verdict } {
  const { answer } = exchange;
  if (answer.status === 0) return { exchange, operation };
  const verdict = judge(exchange, operation, circumstancesOf(exchange, operation, options));
  const taken = { status: verdict.status ?? answer.status, body: verdict.body };
  return { exchange, operation, verdict, taken };
}

/** Judges recorded exchanges, each by itself and by those before it; those of no operation are recorded as not reached. */
export function judgeTraffic(
  exchanges: RecordedExchange[],
  recorder: Recorder,
  options: TrafficOptions = {},
): void {
  const { problems = [], isWanted = () => true, label = '', sameClock = true, forgetful = false } = options;
  const all = exchanges.map((exchange) => {
    const { request, answer, index } = exchange;
    const name = `${label}exchange ${index + 1}: ${request.method} ${request.path.split('?')[0]} ${answer.status}`;
    const operation = matchOperation(request.method, request.path);
    return { name, exchange, read: operation && readExchange(exchange, operation, options) };
  });
  // What is not wanted is remembered all the same: what comes after it depends on it.
  const known = all.flatMap(({ read }) => read ?? []);
  const unlawful = forgetful ? new Map<ReadExchange, Finding[]>() : remembered(known, sameClock);
  for (const { name, exchange, read } of all) {
    const id = read?.operation.id ?? 'no operation';
    if (!isWanted(`${id} ${name}`)) continue;
    if (!read) {
      recorder.notReached('traffic', id, name, 'the contract has no operation with this method and path');
      continue;
    }
    const { operation, verdict } = read;
    if (!verdict) {
      recorder.notReached('traffic', id, name, 'the recording has no answer to it');
      continue;
    }
    recorder.saw(operation, exchange.answer, verdict.body);
    const own = problems.filter(({ index }) => index === exchange.index);
    const findings = [
      ...verdict.findings,
      ...asFirmAs(operation, accepted(own, exchange, operation)),
      ...(unlawful.get(read) ?? []),
    ];
    recorder.record({ part: 'traffic', operation: id, name }, findings);
  }
}
