// Shows a watcher how far a run is: one line that moves on a terminal; elsewhere a line for each part, and one now and then in between.
import { durationInWords } from './duration.ts';

export interface Progress {
  /** Begins a part with this many cases. */
  begin: (title: string, total: number) => void;
  /** A case begins. */
  start: (what: string) => void;
  /** A case has ended. */
  step: (what: string) => void;
  /** The run waits. */
  wait: (seconds: number, why: string) => void;
  note: (text: string) => void;
  /** Takes what is known of the time that is left when a case of a part has ended. */
  expect: (secondsAfter: (title: string, what: string) => number | undefined) => void;
  end: () => void;
}

export const silent: Progress = {
  begin: () => {},
  start: () => {},
  step: () => {},
  wait: () => {},
  note: () => {},
  expect: () => {},
  end: () => {},
};

/** What a stream has of a terminal. */
export type ProgressStream = Pick<NodeJS.WriteStream, 'write'> &
  Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>>;

/** Milliseconds after which a watcher without a terminal hears again that the run is alive. */
const silence = 15_000;

const clock = (time: number) => new Date(time).toTimeString().slice(0, 5);

/**
 * @param stream where to write; its terminal, if it is one, has its line rewritten
 * @param now milliseconds since 1970
 */
export function progressOn(stream: ProgressStream, now: () => number = Date.now): Progress {
  let title = '';
  let total = 0;
  let done = 0;
  let current = '';
  let waiting: { until: number; why: string } | undefined;
  let left: { seconds: number; since: number } | undefined;
  let secondsAfter: (title: string, what: string) => number | undefined = () => undefined;
  let spokenAt = now();
  let timer: NodeJS.Timeout | undefined;

  const line = () => {
    const end = left && now() + Math.max(0, left.seconds * 1000 - (now() - left.since));
    return [
      `${title}: ${done} of ${total}`,
      ...(current ? [current] : []),
      ...(end !== undefined && left && left.seconds > 20
        ? [`about ${durationInWords((end - now()) / 1000)} left, until ${clock(end)}`]
        : []),
      ...(waiting && waiting.until > now()
        ? [`waiting ${durationInWords((waiting.until - now()) / 1000)} ${waiting.why}`]
        : []),
    ].join('; ');
  };
  const rewrite = () => {
    const width = (stream.columns ?? 80) - 1;
    stream.write(`\r${`  ${line()}`.slice(0, width).padEnd(width)}`);
  };
  const speak = () => {
    if (title === '') return;
    if (stream.isTTY) return rewrite();
    if (now() - spokenAt < silence) return;
    spokenAt = now();
    stream.write(`  ${line()}\n`);
  };
  const close = () => {
    clearInterval(timer);
    if (title === '') return;
    current = '';
    waiting = undefined;
    left = undefined;
    if (stream.isTTY) rewrite();
    stream.write(stream.isTTY ? '\n' : `  ${line()}\n`);
    spokenAt = now();
    title = '';
  };
  return {
    begin: (newTitle, newTotal) => {
      close();
      [title, total, done] = [newTitle, newTotal, 0];
      timer = setInterval(speak, stream.isTTY ? 1000 : silence / 3);
      timer.unref();
    },
    start: (what) => {
      current = what;
      speak();
    },
    step: (what) => {
      done++;
      waiting = undefined;
      const seconds = secondsAfter(title, what);
      if (seconds !== undefined) left = { seconds, since: now() };
      speak();
    },
    wait: (seconds, why) => {
      waiting = { until: now() + seconds * 1000, why };
      speak();
    },
    note: (text) => {
      stream.write(stream.isTTY ? `\r  ${text}\n` : `  ${text}\n`);
    },
    expect: (known) => {
      secondsAfter = known;
    },
    end: close,
  };
}
