// Prints checks for the tools whose scripts have Chai: Postman and Bruno.
import type { Check, Operator } from './checks.ts';
import type { Request } from './flows.ts';
import {
  comparable,
  everywhere,
  expression,
  type Host,
  literal,
  needsEverywhere,
  readsJson,
  regex,
  selection,
} from './javascript.ts';

export interface ChaiHost extends Host {
  test: string;
  expect: string;
  /** A statement that keeps a value in a variable. */
  keep: (name: string, value: string) => string;
}

const assertions: Record<Operator, string> = {
  '==': 'to.eql',
  '!=': 'to.not.eql',
  '>=': 'to.be.at.least',
  '<=': 'to.be.at.most',
  '>': 'to.be.above',
  '<': 'to.be.below',
};

function assertion(check: Check, host: ChaiHost): string {
  if (check.kind === 'selects') return `${host.expect}(${selection(check.path)}).to.not.be.empty`;
  if (check.kind === 'matches') {
    return `${host.expect}(String(${expression(check.value, host)})).to.match(${regex(check.pattern)})`;
  }
  const { left, right } = comparable(check, host);
  return `${host.expect}(${left}).${assertions[check.operator]}(${right})`;
}

/** The script that tests an answer and keeps what later requests need, as lines. */
export function testScript(request: Request, host: ChaiHost): string[] {
  const isOfStatus = (check: Check) => check.kind === 'compare' && check.left.kind === 'status';
  const line = (check: Check) => `${host.test}(${literal(check.name)}, () => ${assertion(check, host)});`;
  return [
    // The status comes first: it explains best why there is no JSON.
    ...request.checks.filter(isOfStatus).map(line),
    ...(readsJson(request) ? [`const body = ${host.json};`] : []),
    ...(needsEverywhere(request) ? everywhere : []),
    ...request.checks.filter((check) => !isOfStatus(check)).map(line),
    ...request.outputs.map(({ variable, value }) => host.keep(variable, expression(value, host))),
  ];
}
