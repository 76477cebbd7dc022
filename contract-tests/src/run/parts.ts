// The parts of a run against a server, each with its cases and its line of progress.
import { sandbox } from '../contract/facts.ts';
import { deliveryCases } from '../deliveries/play.ts';
import type { TestCase } from '../plan/case.ts';
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
import { runWorkflow, workflows } from '../workflows/respect.ts';
import type { Part } from './part.ts';
import type { Progress } from './progress.ts';
import type { Session } from './session.ts';

/** What every part needs of the run that it belongs to. */
export interface Running {
  session: Session;
  progress: Progress;
  isWanted: (id: string) => boolean;
  repeatOf: (id: string) => string;
  seed: number;
  /** How many random sequences are played, when it is said. */
  sequences?: number;
}

async function runCases(session: Session, progress: Progress, part: Part, title: string, cases: TestCase[]) {
  progress.begin(title, cases.length);
  for (const one of cases) {
    await session.run(part, one);
    progress.step(one.id);
  }
}

async function judgeAnswers({ session, progress, isWanted, repeatOf }: Running) {
  if (session.target.mock) {
    const wanted = answerExamples().filter(({ id }) => isWanted(id));
    return runCases(session, progress, 'replay', 'examples of answers', wanted);
  }
  const scenes = sceneCases().filter(({ id }) => isWanted(id));
  progress.begin('examples of answers', scenes.length);
  for (const scene of scenes) {
    await playScene(session, scene, repeatOf(scene.id));
    progress.step(scene.id);
  }
}

/** What the environment of a target takes at most. */
const limitsOf = ({ target }: Session): Limits => ({
  amountMaximum: target.environment === 'sandbox' ? sandbox.amount_maximum : Number.POSITIVE_INFINITY,
  now: target.now(),
});

async function judgeRequests({ session, progress, isWanted, repeatOf }: Running) {
  if (session.target.mock) {
    const edges = edgeCases(limitsOf(session)).map(edgeTestCase);
    const wanted = [...requestExamples(), ...edges].filter(({ id }) => isWanted(id));
    return runCases(session, progress, 'requests', 'examples and edges of requests', wanted);
  }
  const requests = requestExampleCases().filter(({ id }) => isWanted(id));
  const edges = edgeCases(limitsOf(session)).filter(({ id }) => isWanted(id));
  progress.begin('examples and edges of requests', requests.length + edges.length);
  for (const request of requests) {
    await sendExample(session, request, repeatOf(request.id));
    progress.step(request.id);
  }
  for (const edge of edges) {
    await sendEdge(session, edge, repeatOf(edge.id));
    progress.step(edge.id);
  }
}

async function judgeRefusals({ session, progress, isWanted, seed }: Running) {
  const all = [...routeCases(), ...negativeCases({ seed, now: session.target.now() })];
  const wanted = all.filter(({ id }) => isWanted(id));
  await runCases(session, progress, 'negative', 'requests that break one rule', wanted);
}

async function judgeDeliveries({ session, progress, isWanted }: Running) {
  const deliveries = deliveryCases().filter(({ id }) => isWanted(id));
  progress.begin('callbacks and webhooks', deliveries.length);
  for (const { id, play } of deliveries) {
    await play(session);
    progress.step(id);
  }
}

async function judgeBehaviour({ session, progress, isWanted, repeatOf }: Running) {
  const wanted = behaviours.filter(({ id }) => isWanted(id));
  progress.begin('rules between several requests', wanted.length);
  for (const one of wanted) {
    await playBehaviour(session, one, repeatOf(one.id));
    progress.step(one.id);
  }
}

async function judgeSequences({ sequences: count, ...running }: Running) {
  await runSequences({ ...running, count });
}

/** How many workflows run at the same time: each is a process of its own that mostly waits. */
const workflowsAtOnce = 2;

async function judgeWorkflows({ session, progress, isWanted }: Running) {
  const { target, recorder } = session;
  const wanted = workflows.filter(({ name }) => isWanted(`workflow ${name}`));
  if (!target.control) {
    for (const { name } of wanted) {
      recorder.notReached('workflows', name, 'run', target.without.control ?? 'it takes a sandbox');
    }
    return;
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
