// The limits: each is used up on purpose by a terminal of its own, which then waits as long as it is told.
import { operations } from '../../../contract/document.ts';
import { type OperationId, rateLimits, sandbox } from '../../../contract/facts.ts';
import type { Finding } from '../../../judge/finding.ts';
import { isBroken } from '../../../judge/word.ts';
import type { Limit } from '../../../model/rates.ts';
import type { Performed } from '../../../run/session.ts';
import type { SandboxTerminal } from '../../../targets/target.ts';
import { isRefusal, mostIn, neverRefused, overall } from '../limit.ts';
import { type Stage, Unreachable } from '../stage.ts';
import { type Behaviour, behaviour } from './behaviour.ts';

type LimitName = keyof typeof rateLimits;

const limitOf = (name: LimitName): Limit => ({
  key: name,
  limit: rateLimits[name].limit,
  seconds: rateLimits[name].window_seconds,
  rule: `#/x-rate-limits/${name}`,
});

const limitedBy = (name: LimitName): OperationId[] =>
  operations
    .filter(({ facts }) => (facts.rateLimits as readonly LimitName[]).includes(name))
    .map(({ id }) => id);

/** Whether an operation comes to another limit first, so that this one can never be seen. */
const isHidden = (name: LimitName) =>
  limitedBy(name).every((id) =>
    operations
      .find((one) => one.id === id)
      ?.facts.rateLimits.some((other) => rateLimits[other].limit < rateLimits[name].limit),
  );

const draftFor = (stage: Stage, id: OperationId) =>
  id === 'createPayment'
    ? stage.draft(id, { body: stage.paymentBody() })
    : stage.draft(id, id === 'subscribeWebhook' ? { body: subscription(stage) } : {});

const subscription = (stage: Stage) => ({
  url: `${stage.nowhere}/webhook`,
  events: ['payment.completed'],
});

/** Each rule once: that a limit is not kept shows on every request after it. */
function distinct(findings: Finding[]): Finding[] {
  const first = new Map(
    findings.map((finding) => [`${finding.at} ${finding.rule}`, finding] as const).reverse(),
  );
  return [...first.values()].reverse();
}

/** The seconds that a refusal says to wait. */
const waitOf = ({ exchange }: Performed, { seconds }: Limit): number => {
  const text = exchange?.answer.headers['retry-after'] ?? '';
  return /^[0-9]{1,6}$/.test(text) ? Number(text) : seconds;
};

/** What a signature lifts is asked for without one, and what it does not lift now and then with one. */
const isSigned = (name: LimitName, index: number) => !rateLimits[name].lifted_by_signature && index % 2 === 0;

function usedUp(name: LimitName): Behaviour | undefined {
  const limit = limitOf(name);
  const ids = limitedBy(name);
  const [first] = ids;
  if (first === undefined || rateLimits[name].per !== 'token' || isHidden(name)) return undefined;
  return behaviour(first, `until the limit ${name} is used up`, async (stage) => {
    const by = await stage.terminal();
    const findings: Finding[] = [];
    const send = async (index: number, as: SandboxTerminal, sign: boolean) => {
      const id = ids[index % ids.length] ?? first;
      const answer = await stage.send(draftFor(stage, id), { as, sign, limitWanted: true });
      findings.push(...answer.findings);
      return answer;
    };
    const pass = (seconds: number) => stage.control.advance(by, seconds);
    let refused: Performed | undefined;
    for (let sent = 0; !refused && sent <= mostIn(limit, 0) && !isBroken(findings); sent++) {
      // Whoever sends at once comes to the sandbox's own limit before this one.
      if (sent > 0 && sent % sandbox.rate_limit.limit === 0) await pass(sandbox.rate_limit.window_seconds);
      const answer = await send(sent, by, isSigned(name, sent));
      if (isRefusal(answer)) refused = answer;
    }
    const broken = findings.filter((finding) => isBroken([finding]));
    if (!refused || broken.length > 0) return distinct(broken.length > 0 ? broken : findings);
    // What one token has used up is nobody else's, and a signature lifts what it lifts.
    await send(0, await stage.terminal(), false);
    await pass(sandbox.rate_limit.window_seconds);
    if (rateLimits[name].lifted_by_signature) await send(0, by, true);
    // What was refused is not counted, so the time to wait grows no longer.
    for (let again = 1; again <= 2; again++) refused = await send(again, by, false);
    if (isRefusal(refused)) await pass(waitOf(refused, limit));
    await send(0, by, false);
    return distinct(findings);
  });
}

/** Sends many requests at once, and wants one of them refused. */
async function burst(limit: Limit, send: () => Promise<Performed>): Promise<Finding[]> {
  const started = performance.now();
  const answers = await Promise.all(Array.from({ length: mostIn(limit, 0) + 1 }, send));
  const taken = performance.now() - started;
  const last = answers.at(-1);
  const findings = distinct(answers.flatMap((answer) => answer.findings));
  if (!last || answers.some(isRefusal)) return findings;
  if (answers.length > mostIn(limit, taken)) return [neverRefused(limit, answers.length, taken, last)];
  throw new Unreachable(
    `${answers.length} requests took ${(taken / 1000).toFixed(1)} s, too long to come to the limit of ${limit.limit} in ${limit.seconds} s`,
  );
}

const owner = async (stage: Stage): Promise<SandboxTerminal | undefined> =>
  stage.session.target.control ? stage.terminal() : undefined;

const bursts: Behaviour[] = [
  behaviour(
    'getPayment',
    'more often than the sandbox allows, signed',
    async (stage) => {
      if (stage.session.target.environment !== 'sandbox') {
        throw new Unreachable('only the sandbox has a limit for each second');
      }
      const as = await owner(stage);
      const send = () => stage.send(stage.draft('getPayment'), { ...(as && { as }), limitWanted: true });
      return burst(overall, send);
    },
    ['write'],
  ),
  // The only limit of the table that can be used up at small cost, and without one more object.
  behaviour(
    'testWebhook',
    'more often than the limit webhook-test-burst allows, at once',
    async (stage) => {
      const as = await owner(stage);
      const send = () => stage.send(stage.draft('testWebhook'), { ...(as && { as }), limitWanted: true });
      return burst(limitOf('webhook-test-burst'), send);
    },
    ['write'],
  ),
];

/** In the order of the table of limits. */
export const limitBehaviours: Behaviour[] = [
  ...(Object.keys(rateLimits) as LimitName[]).flatMap((name) => usedUp(name) ?? []),
  ...bursts,
];
