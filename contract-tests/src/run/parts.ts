// The parts of a run against a server, each with its cases and its line of progress.
import { sandbox } from '../contract/facts.ts';
import { deliveryCases } from '../deliveries/play.ts';
import { negativeCases } from '../plan/negative/cases.ts';
import { edgeCases } from '../plan/positive/cases.ts';
import { edgeTestCase, sendEdge } from '../plan/positive/send.ts';
import type { Limits } from '../plan/positive/values.ts';
import { answerExamples, requestExamples } from '../plan/replay.ts';
import { routeCases } from '../plan/routes.ts';
import { behaviours, playBehaviour } from '../plan/scenarios/behaviour.ts';
import { playScene, sceneCases } from '../plan/scenarios/index.ts';
import { requestExampleCases, sendExample } from '../plan/scenarios/requests.ts';
import { runSequences } from '../sequences/run.ts';
import { rehearseWorkflow } from '../workflows/rehearse.ts';
import { runWorkflow, workflows } from '../workflows/respect.ts';
import type { Journal } from './journal.ts';
import type { Part } from './part.ts';
import type { Progress } from './progress.ts';
import type { Session } from './session.ts';

/** What every part needs of the run that it belongs to. */
export interface Running {
  session: Session;
  progress: Progress;
  /** Where it is written down how cases end, when the run can be continued. */
  journal?: Journal;
  /** Whether nothing is sent, and the run is only to find out what it would send. */
  isRehearsal?: boolean;
  isWanted: (id: string) => boolean;
  repeatOf: (id: string) => string;
  seed: number;
  /** How many random sequences are played, when it is said. */
  sequences?: number;
}

/** Goes through the cases of a part; what a run before this one has judged is not judged again. */
async function each<Case extends { id: string }>(
  { progress, journal }: Running,
  part: Part,
  title: string,
  cases: Case[],
  play: (one: Case) => Promise<unknown>,
): Promise<void> {
  progress.begin(title, cases.length);
  for (const one of cases) {
    if (!journal?.isDone(part, one.id)) {
      const end = journal?.begin(part, one.id);
      progress.start(one.id);
      await play(one);
      end?.();
    }
    progress.step(one.id);
  }
}

async function judgeAnswers(running: Running) {
  const { session, isWanted, repeatOf } = running;
  const title = 'examples of answers';
  if (session.target.mock) {
    const wanted = answerExamples().filter(({ id }) => isWanted(id));
    return each(running, 'replay', title, wanted, (one) => session.run('replay', one));
  }
  const scenes = sceneCases().filter(({ id }) => isWanted(id));
  return each(running, 'replay', title, scenes, (scene) => playScene(session, scene, repeatOf(scene.id)));
}

/** What the environment of a target takes at most. */
const limitsOf = ({ target }: Session): Limits => ({
  amountMaximum: target.environment === 'sandbox' ? sandbox.amount_maximum : Number.POSITIVE_INFINITY,
  now: target.now(),
});

async function judgeRequests(running: Running) {
  const { session, isWanted, repeatOf } = running;
  const title = 'examples and edges of requests';
  const edges = edgeCases(limitsOf(session));
  if (session.target.mock) {
    const wanted = [...requestExamples(), ...edges.map(edgeTestCase)].filter(({ id }) => isWanted(id));
    return each(running, 'requests', title, wanted, (one) => session.run('requests', one));
  }
  const cases = [
    ...requestExampleCases().map((one) => ({
      id: one.id,
      play: () => sendExample(session, one, repeatOf(one.id)),
    })),
    ...edges.map((one) => ({ id: one.id, play: () => sendEdge(session, one, repeatOf(one.id)) })),
  ].filter(({ id }) => isWanted(id));
  return each(running, 'requests', title, cases, ({ play }) => play());
}

async function judgeRefusals(running: Running) {
  const { session, isWanted, seed } = running;
  const all = [...routeCases(), ...negativeCases({ seed, now: session.target.now() })];
  const wanted = all.filter(({ id }) => isWanted(id));
  await each(running, 'negative', 'requests that break one rule', wanted, (one) =>
    session.run('negative', one),
  );
}

async function judgeDeliveries(running: Running) {
  const { session, isWanted, isRehearsal } = running;
  const deliveries = deliveryCases().filter(({ id }) => isWanted(id));
  await each(running, 'deliveries', 'callbacks and webhooks', deliveries, ({ play, rehearse }) =>
    isRehearsal ? rehearse(session) : play(session),
  );
}

async function judgeBehaviour(running: Running) {
  const { session, isWanted, repeatOf } = running;
  const wanted = behaviours.filter(({ id }) => isWanted(id));
  await each(running, 'behaviour', 'rules between several requests', wanted, (one) =>
    playBehaviour(session, one, repeatOf(one.id)),
  );
}

async function judgeSequences({ sequences: count, ...running }: Running) {
  await runSequences({ ...running, count });
}

const named = (files: typeof workflows) => files.map((one) => ({ ...one, id: one.name }));

/** How many workflows run at the same time: each is a process of its own that mostly waits. */
const workflowsAtOnce = 2;

async function judgeWorkflows(running: Running) {
  const { session, progress, isWanted, journal, isRehearsal } = running;
  const { target, recorder } = session;
  const chosen = workflows.filter(({ name }) => isWanted(`workflow ${name}`));
  const wanted = chosen.filter(({ name, needs }) => {
    if (journal?.isDone('workflows', name)) return false;
    const reason = target.mock ? target.without.control : session.obstacle(needs);
    if (reason !== undefined) recorder.notReached('workflows', name, 'run', reason);
    return reason === undefined;
  });
  if (isRehearsal)
    return each(running, 'workflows', 'workflows', named(wanted), (one) => rehearseWorkflow(one, session));
  // What is to be written down must not be mixed, and a payer does one thing after the other.
  if (journal || target.payer) {
    return each(running, 'workflows', 'workflows', named(wanted), (one) =>
      runWorkflow(one, target, recorder),
    );
  }
  progress.begin('workflows', wanted.length);
  const queue = [...wanted];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await runWorkflow(next, target, recorder);
      progress.step(next.name);
    }
  };
  await Promise.all(Array.from({ length: workflowsAtOnce }, worker));
}

/** How each part is judged; recorded traffic is not a part of a run against a server. */
export const judges: Record<Exclude<Part, 'traffic'>, (running: Running) => Promise<void>> = {
  replay: judgeAnswers,
  requests: judgeRequests,
  negative: judgeRefusals,
  behaviour: judgeBehaviour,
  sequences: judgeSequences,
  deliveries: judgeDeliveries,
  workflows: judgeWorkflows,
};
