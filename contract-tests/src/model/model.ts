// The reference model: is told everything that is seen of a gateway, in order, and says what must not have been seen.
import type { ContractOperation } from '../contract/document.ts';
import type { ReceivedAnswer, SentRequest } from '../judge/exchange.ts';
import type { Finding } from '../judge/finding.ts';
import { documentedFace } from '../judge/status.ts';
import { asFirmAs, wordOf } from '../judge/word.ts';
import type { Chapter, Seen } from './chapter.ts';
import { chapters } from './chapters/index.ts';
import { repetition } from './keys.ts';
import { type Known, nothingKnown } from './known.ts';
import type { Happening, SentCall } from './observation.ts';
import { readCall } from './read.ts';

/** A call that waits for its answer. */
export interface Pending {
  /**
   * The answer has come.
   * @param taken the documented status that the answer was taken for, and its body as read
   * @param at Unix seconds on the clock of the caller's terminal
   * @returns what must not have been answered, given all that was seen before
   */
  ends: (answer: ReceivedAnswer, taken: { status: number; body: unknown }, at: number) => Finding[];
  /** No answer has come, or none that could be read. */
  lost: () => void;
}

export interface Model {
  /** A request is about to be sent. @param at Unix seconds on the clock of the caller's terminal */
  begins: (operation: ContractOperation, request: SentRequest, at: number) => Pending;
  /** Something happens beside the API. @returns what must not have happened */
  happens: (happening: Happening) => Finding[];
}

interface UnderWay {
  call: SentCall;
  /** Calls whose time overlaps with its own. */
  meanwhile: Set<SentCall>;
}

/** One fault may contradict several chapters; it is told once for each place, by the firmest of them. */
function toldOnce(findings: readonly Finding[]): Finding[] {
  const byPlace = Map.groupBy(findings, ({ at }) => at);
  return [...byPlace.values()].map((all) =>
    all.reduce((one, other) => (wordOf(one) === 'differs' && wordOf(other) === 'broken' ? other : one)),
  );
}

/** @param book the chapters of what the gateway is documented to do */
export function createModel(environment: Known['environment'], book: readonly Chapter[] = chapters): Model {
  const known = nothingKnown(environment);
  const underWay = new Set<UnderWay>();

  const terminalOf = ({ token }: SentCall) =>
    token === undefined ? undefined : known.terminals.get(known.tokens.get(token)?.terminal ?? '');

  return {
    begins: (operation, request, from) => {
      const call = readCall(operation, request);
      const own: UnderWay = { call, meanwhile: new Set() };
      for (const other of underWay) {
        other.meanwhile.add(call);
        own.meanwhile.add(other.call);
      }
      underWay.add(own);
      const terminal = terminalOf(call);
      return {
        ends: (answer, { status, body }, to) => {
          underWay.delete(own);
          const error = documentedFace(body, operation, status);
          const isSuccess = status >= 200 && status < 300 && error === undefined;
          const period = { from, to };
          const seen: Seen = {
            ...call,
            answer,
            status,
            body,
            isSuccess,
            ...(error && { error }),
            period,
            ...(terminal && { terminal, ...repetition(call, terminal.id, period, known) }),
            meanwhile: [...own.meanwhile],
          };
          const findings = book.flatMap(({ judge }) => judge?.(seen, known) ?? []);
          for (const { learn } of book) learn?.(seen, known);
          return asFirmAs(operation, toldOnce(findings));
        },
        lost: () => {
          underWay.delete(own);
          for (const { lose } of book) lose?.(call, known, from);
        },
      };
    },
    happens: (happening) => {
      const findings = book.flatMap(({ witness }) => witness?.(happening, known) ?? []);
      for (const { hear } of book) hear?.(happening, known);
      return toldOnce(findings);
    },
  };
}
