// A whole run against one target, from the first call to the report.
import { contractCommand } from '../command-name.ts';
import { contractVersion, paymentLifecycle } from '../contract/facts.ts';
import { type HeaderReasons, measureCoverage } from '../coverage.ts';
import { reportedExchange } from '../report/exchange.ts';
import { type Report, reportOf } from '../report/report.ts';
import type { Target } from '../targets/target.ts';
import { requestProblems } from '../traffic/drift.ts';
import { readHar } from '../traffic/har.ts';
import { judgeTraffic } from '../traffic/judge.ts';
import { createRecording } from '../traffic/recording.ts';
import { bailing, FoundEnough } from './bail.ts';
import { createBelongings, putInOrder } from './belongings.ts';
import { createInterruption, type Interruption } from './interruption.ts';
import { type Identity, type Journal, openJournal } from './journal.ts';
import { maskOf, unmaskOf } from './mask.ts';
import type { Options } from './options.ts';
import { realTiming } from './pace.ts';
import { parts } from './part.ts';
import { judges } from './parts.ts';
import { preflight } from './preflight.ts';
import type { Progress } from './progress.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { selectionOf } from './selection.ts';
import { createSession, type Session } from './session.ts';
import { problemOf, Unjudgeable } from './unjudgeable.ts';
import { mustHaveJudged } from './vacuous.ts';

/** Why a header that depends on a condition was not seen. */
function headerReason(target: Target) {
  return (condition: string | undefined): string => {
    if (target.mock) return `a mock cannot send it truthfully (present when: ${condition ?? 'always'})`;
    if (condition === 'terminal-has-secret-key' && !target.credentials.secretKey)
      return 'no CONTRACT_SECRET_KEY is set';
    return condition === undefined
      ? 'no such answer came'
      : `its condition did not come about (${condition})`;
  };
}

/** Whether what the run makes stays there when it is over: a sandbox of its own is thrown away. */
const isGuestAt = ({ mock, control }: Target) => !mock && !control;

const callersOf = ({ credentials, second }: Target) => [credentials, ...(second ? [second] : [])];

const lifetimeOf = ({ environment }: Target): number => paymentLifecycle.lifetime_seconds[environment];

/** What makes two runs the same one, so that the second may go on with the first. */
const identityOf = (target: Target, options: Options): Identity => ({
  target: target.name,
  seed: options.seed,
  'number of sequences': options.sequences ?? 'its own',
  'version of the contract': contractVersion,
  dialects: options.dialects.join(', '),
  parts: options.parts.join(', '),
  'choice by --only': options.only ?? '',
  'permission to write': options.write,
  'permission for what is undocumented': options.undocumented,
  payer: typeof options.payer === 'string' ? options.payer : (options.payer?.robot ?? ''),
});

/**
 * Judges a target.
 * @throws nothing: whatever stands in the way becomes a report with the verdict `unjudged`
 */
export async function runAgainst(
  target: Target,
  options: Options,
  progress: Progress,
  interruption: Interruption = createInterruption(),
): Promise<Report> {
  const { seed, timeout } = options;
  let startedAt = new Date();
  const secrets = {
    CONTRACT_TOKEN: target.credentials.token,
    CONTRACT_SECRET_KEY: target.credentials.secretKey,
    CONTRACT_OTHER_TOKEN: target.second?.token,
    CONTRACT_OTHER_SECRET_KEY: target.second?.secretKey,
  };
  const masked = maskOf(secrets);
  const base = /^https?:/.test(options.target) ? target.url : '';
  const whole = createRecorder(target.mock ? (text) => text : masked, (evidence) =>
    reportedExchange(evidence, base),
  );
  const recorder = options.bail ? bailing(whole, options.strict) : whole;
  const repeatOf = (id: string) =>
    `${contractCommand} --target ${options.target} --seed ${seed} --only "${id}"${options.sequences === undefined ? '' : ` --sequences ${options.sequences}`}${options.write ? ' --write' : ''}${options.prefer ? ' --prefer' : ''}`;
  const recording = options.record === undefined ? undefined : createRecording(target.url);
  const belongings = createBelongings();
  let journal: Journal | undefined;
  let session: Session | undefined;
  let leftBehind: string[] = [];
  const { isWanted, mustHaveFound } = selectionOf(options.only);
  let problem: string | undefined;
  try {
    if (options.resume !== undefined) {
      const identity = identityOf(target, options);
      journal = openJournal(options.resume, identity, recorder, { masked, unmasked: unmaskOf(secrets) });
      startedAt = journal.startedAt;
    }
    const timing = { now: realTiming.now, sleep: interruption.sleep, check: interruption.check };
    const listeners = [belongings, ...(journal ? [journal] : [])];
    session = createSession(target, recorder, timeout, repeatOf, { timing, listeners, recording });
    session.onWait(progress.wait);
    await preflight(target, timeout);
    journal?.restore(session.model);
    const running = {
      session,
      progress,
      isWanted,
      repeatOf,
      seed,
      ...(options.sequences !== undefined && { sequences: options.sequences }),
      ...(journal && { journal }),
    };
    for (const part of parts) {
      recorder.begin();
      if (part !== 'traffic' && options.parts.includes(part)) await judges[part](running);
    }
    mustHaveFound();
    if (recorder.cases.length === 0) throw new Unjudgeable('The parts that were chosen have no case here.');
    if (options.record !== undefined) recording?.write(options.record);
    mustHaveJudged(recorder, options);
  } catch (error) {
    if (!(error instanceof FoundEnough)) problem = masked(problemOf(error));
  } finally {
    progress.end();
    if (session && isGuestAt(target)) {
      interruption.clear();
      leftBehind = (await putInOrder(session, belongings, callersOf(target), lifetimeOf(target))).map(masked);
    }
    session?.close();
    journal?.close();
  }
  return finished({
    recorder,
    leftBehind,
    target: target.name,
    options,
    startedAt,
    problem,
    headerReason: headerReason(target),
  });
}

/**
 * Judges recorded traffic.
 * @throws nothing, as runAgainst
 */
export async function runOverTraffic(options: Options, progress: Progress): Promise<Report> {
  const { har = '', secretKey } = options;
  const { isWanted, mustHaveFound } = selectionOf(options.only);
  const startedAt = new Date();
  const recorder = createRecorder(maskOf({ CONTRACT_TOKEN: options.token, CONTRACT_SECRET_KEY: secretKey }));
  let problem: string | undefined;
  try {
    const exchanges = readHar(har);
    progress.begin('recorded exchanges', exchanges.length);
    const problems = await requestProblems(har);
    judgeTraffic(exchanges, recorder, {
      ...(secretKey && { secretKey }),
      problems,
      isWanted,
      forgetful: options.prefer,
    });
    mustHaveFound();
    for (const _ of exchanges) progress.step(har);
    const judged = recorder.cases.filter(({ outcome }) => outcome !== 'not reached');
    if (judged.length === 0) throw new Unjudgeable(`${har} holds no answer of an operation of the contract.`);
    mustHaveJudged(recorder, options);
  } catch (error) {
    problem = problemOf(error);
  } finally {
    progress.end();
  }
  return finished({
    recorder,
    target: har,
    options,
    startedAt,
    problem,
    headerReason: () => 'no recorded answer had it',
  });
}

interface Finished {
  recorder: Recorder;
  leftBehind?: readonly string[];
  target: string;
  options: Options;
  startedAt: Date;
  problem: string | undefined;
  headerReason: HeaderReasons;
}

/** The report of a run that did not even begin. @param problem why not */
export const notBegun = (options: Options, problem: string): Report =>
  finished({
    recorder: createRecorder((text) => text),
    target: options.har ?? options.target,
    options,
    startedAt: new Date(),
    problem,
    headerReason: () => problem,
  });

function finished({
  recorder,
  leftBehind = [],
  target,
  options,
  startedAt,
  problem,
  headerReason,
}: Finished): Report {
  const { cases, findings } = recorder;
  const untried = options.only ? 'left out by --only' : 'nothing led to it';
  return reportOf({
    ...(problem !== undefined && { problem }),
    ...(leftBehind.length > 0 && { leftBehind }),
    strict: options.strict,
    target,
    seed: options.seed,
    startedAt: startedAt.toISOString(),
    seconds: (Date.now() - startedAt.getTime()) / 1000,
    cases,
    findings,
    coverage: measureCoverage(recorder, headerReason, untried),
  });
}
