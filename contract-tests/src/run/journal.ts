// The journal of a run: a line for each call, answer and happening, and for each case how it ended, so that a run can go on where it was cut off.
import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { operations } from '../contract/document.ts';
import type { ReceivedAnswer, SentRequest } from '../judge/exchange.ts';
import type { Model, Pending } from '../model/model.ts';
import type { Happening } from '../model/observation.ts';
import type { Listener, Taken } from './overheard.ts';
import type { Part } from './part.ts';
import type { RecordedCase, Recorder, ReportedFinding, Seen } from './recorder.ts';
import { Unjudgeable } from './unjudgeable.ts';

/** What two runs must have in common for one to go on with the other, by words for a sentence. */
export type Identity = Record<string, string | number | boolean>;

/** What a case has added to what the run knows. */
interface Ended {
  part: Part;
  id: string;
  cases: RecordedCase[];
  findings: ReportedFinding[];
  seen: { [Kind in keyof Seen]: (string | number)[] };
}

type Line =
  | { journal: Identity; startedAt: string }
  | { begins: number; operation: string; request: SentRequest; at: number }
  | { ends: number; answer: ReceivedAnswer; taken: Taken; at: number }
  | { lost: number }
  | { happens: Happening }
  | { ended: Ended };

export interface Journal extends Listener {
  /** When the run began that this one goes on with. */
  startedAt: Date;
  /** Whether a case was judged before; what it has found is in the recorder then. */
  isDone: (part: Part, id: string) => boolean;
  /** A case begins. @returns what to call when it has ended */
  begin: (part: Part, id: string) => () => void;
  /** Tells the model what happened before, and the recorder how cases ended. */
  restore: (model: Model) => void;
  close: () => void;
}

/** Tokens and secret keys are written as their names, so that a journal can be kept. */
export interface Secrets {
  masked: (text: string) => string;
  unmasked: (text: string) => string;
}

const bytesKey = '$base64';
const written = (_: string, value: unknown) =>
  value instanceof Uint8Array ? { [bytesKey]: Buffer.from(value).toString('base64') } : value;
const read = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && bytesKey in value
    ? Uint8Array.from(Buffer.from(String(value[bytesKey]), 'base64'))
    : value;

/** The bodies hold secrets as well, so that they are masked as text before they become base64. */
function maskedBytes(value: unknown, masked: (text: string) => string): unknown {
  if (value instanceof Uint8Array) {
    const text = Buffer.from(value).toString('utf8');
    const kept = masked(text);
    // A Buffer would be written as a list of numbers.
    return kept === text ? new Uint8Array(value) : Uint8Array.from(Buffer.from(kept));
  }
  if (Array.isArray(value)) return value.map((inner) => maskedBytes(inner, masked));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedBytes(inner, masked)]));
}

/** All lines but one that was cut off in the middle. @throws Unjudgeable when it is no journal */
function linesOf(file: string, { unmasked }: Secrets): Line[] {
  const texts = readFileSync(file, 'utf8').split('\n');
  const whole = texts.slice(0, -1);
  try {
    return whole.map((text) => maskedBytes(JSON.parse(unmasked(text), read), unmasked) as Line);
  } catch {
    throw new Unjudgeable(`${file} is no journal of a run: give --resume another file.`);
  }
}

const without = (head: string) => `${head}; give --resume another file, or the command of that run.`;

function mustBeSame(file: string, before: Identity, now: Identity): void {
  for (const [name, value] of Object.entries(now)) {
    if (before[name] !== value) {
      throw new Unjudgeable(
        without(
          `${file} is the journal of another run: its ${name} is ${before[name] || 'none'}, not ${value || 'none'}`,
        ),
      );
    }
  }
}

const additions = <Value>(set: Set<Value>, before: number) => [...set].slice(before);

/**
 * Opens a journal, a new one where there is none.
 * @throws Unjudgeable when the file belongs to another run, or cannot be written
 */
export function openJournal(file: string, identity: Identity, recorder: Recorder, secrets: Secrets): Journal {
  const isNew = !existsSync(file) || readFileSync(file, 'utf8').trim() === '';
  const before = isNew ? [] : linesOf(file, secrets);
  const [head] = before;
  if (!isNew && !(head && 'journal' in head)) {
    throw new Unjudgeable(`${file} is no journal of a run: give --resume another file.`);
  }
  if (head && 'journal' in head) mustBeSame(file, head.journal, identity);
  const startedAt = head && 'journal' in head ? new Date(head.startedAt) : new Date();
  const ended = before.flatMap((line) => ('ended' in line ? [line.ended] : []));
  const done = new Set(ended.map(({ part, id }) => `${part} ${id}`));
  let descriptor: number;
  try {
    // A run that was cut off in the middle of a line has left it without an end.
    if (!isNew) truncateSync(file, readFileSync(file).lastIndexOf('\n') + 1);
    // It holds the answers of the gateway.
    descriptor = openSync(file, 'a', 0o600);
  } catch (error) {
    throw new Unjudgeable(`The journal ${file} cannot be written: ${(error as Error).message}`);
  }
  let isSilent = false;
  const write = (line: Line) => {
    if (isSilent) return;
    const text = JSON.stringify(maskedBytes(line, secrets.masked), written);
    writeSync(descriptor, `${secrets.masked(text)}\n`);
  };
  if (isNew) write({ journal: identity, startedAt: startedAt.toISOString() });
  // Calls are numbered by process; those of the one before keep theirs apart by an offset.
  const offset = Math.max(0, ...before.flatMap((line) => ('begins' in line ? [line.begins + 1] : [])));

  const tell = (model: Model) => {
    const pending = new Map<number, Pending>();
    for (const line of before) {
      if ('begins' in line) {
        const operation = operations.find(({ id }) => id === line.operation);
        if (operation) pending.set(line.begins, model.begins(operation, line.request, line.at));
      } else if ('ends' in line) {
        pending.get(line.ends)?.ends(line.answer, line.taken, line.at);
        pending.delete(line.ends);
      } else if ('lost' in line) {
        pending.get(line.lost)?.lost();
        pending.delete(line.lost);
      } else if ('happens' in line) model.happens(line.happens);
    }
    for (const { lost } of pending.values()) lost();
  };

  return {
    startedAt,
    begins: (call, { id }, request, at) => write({ begins: call + offset, operation: id, request, at }),
    ends: (call, answer, taken, at) => write({ ends: call + offset, answer, taken, at }),
    lost: (call) => write({ lost: call + offset }),
    happens: (happening) => {
      // The terminals are told anew by each process.
      if (happening.kind !== 'terminal') write({ happens: happening });
    },
    isDone: (part, id) => done.has(`${part} ${id}`),
    begin: (part, id) => {
      const { cases, findings, seen } = recorder;
      const [case0, finding0] = [cases.length, findings.length];
      const sizes = new Map(Object.entries(seen).map(([kind, set]) => [kind, set.size]));
      return () => {
        const added = Object.fromEntries(
          Object.entries(seen).map(([kind, set]) => [
            kind,
            additions(set as Set<string | number>, sizes.get(kind) ?? 0),
          ]),
        ) as Ended['seen'];
        write({
          ended: { part, id, cases: cases.slice(case0), findings: findings.slice(finding0), seen: added },
        });
      };
    },
    restore: (model) => {
      isSilent = true;
      tell(model);
      isSilent = false;
      for (const { cases, findings, seen } of ended) {
        recorder.cases.push(...cases);
        recorder.findings.push(...findings);
        for (const [kind, values] of Object.entries(seen)) {
          const known = recorder.seen[kind as keyof Seen] as Set<string | number>;
          for (const value of values) known.add(value);
        }
      }
    },
    close: () => closeSync(descriptor),
  };
}
