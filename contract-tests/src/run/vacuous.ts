// Sees to it that no run passes for what it has not looked at.
import type { Options } from './options.ts';
import type { RecordedCase, Recorder } from './recorder.ts';
import { Unjudgeable } from './unjudgeable.ts';

const isReached = ({ outcome }: RecordedCase) => outcome !== 'not reached';
const isFault = ({ outcome }: RecordedCase) => outcome === 'broken' || outcome === 'differs';

/**
 * How many cases were not reached for each reason, the most frequent first: `12: it takes a sandbox; 3: …`.
 * @param most how many reasons are told
 */
export function reasonsInWords(
  cases: readonly RecordedCase[],
  most: number = Number.POSITIVE_INFINITY,
): string {
  const groups = [...Map.groupBy(cases, ({ reason }) => reason ?? 'no reason is known')].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  if (groups.length === 1) return groups[0]?.[0] ?? '';
  const rest = groups.slice(most).flatMap(([, those]) => those);
  return [
    ...groups.slice(0, most).map(([reason, those]) => `${those.length}: ${reason}`),
    ...(rest.length > 0 ? [`${rest.length}: other reasons`] : []),
  ].join('; ');
}

const cases = (count: number) => `${count} ${count === 1 ? 'case was' : 'cases were'} not reached`;

/**
 * What is asked for must be judged at least in part, and wholly where the run is to be complete. A fault that was found
 * all the same is the weightier news.
 * @throws Unjudgeable with how many cases were not reached, and why
 */
export function mustHaveJudged(
  { cases: all }: Pick<Recorder, 'cases'>,
  { demandedParts = [], complete = false }: Pick<Options, 'demandedParts' | 'complete'>,
): void {
  if (all.some(isFault)) return;
  if (!all.some(isReached)) {
    throw new Unjudgeable(
      `Nothing of what was asked for could be judged: ${cases(all.length)}: ${reasonsInWords(all)}.`,
    );
  }
  for (const part of demandedParts) {
    const own = all.filter((one) => one.part === part);
    if (own.length === 0 || own.some(isReached)) continue;
    throw new Unjudgeable(
      `Nothing of the part ${part} could be judged: ${cases(own.length)}: ${reasonsInWords(own)}.`,
    );
  }
  const missing = all.filter((one) => !isReached(one) && !one.elsewhere);
  if (complete && missing.length > 0) {
    throw new Unjudgeable(
      `The run is not complete (--complete): ${cases(missing.length)}: ${reasonsInWords(missing)}.`,
    );
  }
}
