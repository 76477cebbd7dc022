// Lets others hear what the model is told, in its order: the journal of a run, and what it has to put in order afterwards.
import type { ContractOperation } from '../contract/document.ts';
import type { ReceivedAnswer, SentRequest } from '../judge/exchange.ts';
import type { Model } from '../model/model.ts';
import type { Happening } from '../model/observation.ts';

/** What an answer was taken for: its documented status, and its body as read. */
export interface Taken {
  status: number;
  body: unknown;
}

/** Hears everything; calls are numbered, since several may be under way. */
export interface Listener {
  begins: (call: number, operation: ContractOperation, request: SentRequest, at: number) => void;
  ends: (call: number, answer: ReceivedAnswer, taken: Taken, at: number) => void;
  lost: (call: number) => void;
  happens: (happening: Happening) => void;
}

/** A model that tells the listeners whatever it is told itself. */
export function overheard(model: Model, listeners: readonly Listener[]): Model {
  let calls = 0;
  return {
    begins: (operation, request, from) => {
      const call = calls++;
      for (const { begins } of listeners) begins(call, operation, request, from);
      const pending = model.begins(operation, request, from);
      return {
        ends: (answer, taken, to) => {
          for (const { ends } of listeners) ends(call, answer, taken, to);
          return pending.ends(answer, taken, to);
        },
        lost: () => {
          for (const { lost } of listeners) lost(call);
          pending.lost();
        },
      };
    },
    happens: (happening) => {
      for (const { happens } of listeners) happens(happening);
      return model.happens(happening);
    },
  };
}
