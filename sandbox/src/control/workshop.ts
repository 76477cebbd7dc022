// What an operation of the control API is given, and what it gives back.
import type { FastifyRequest } from 'fastify';
import type { operations } from '../../../generated/sandbox-control.ts';
import type { Background } from '../core/background.ts';
import type { Services } from '../core/services.ts';
import type { Observed } from '../observed/observed.ts';
import { bearerToken } from '../terminals/bearer-token.ts';
import { clockOf } from '../terminals/clock.ts';
import { callerOfToken } from '../terminals/lookup.ts';
import type { ControlOperation } from './document.ts';
import { Mistake } from './mistake.ts';

export interface Workshop {
  services: Services;
  background: Background;
  observed: Observed;
}

type Json<Part> = Part extends { content: { 'application/json': infer Value } } ? Value : never;
type Answers<Id extends ControlOperation> = operations[Id]['responses'];

/** The body of an operation, as its document says. */
export type BodyOf<Id extends ControlOperation> = Json<NonNullable<operations[Id]['requestBody']>>;
/** What an operation answers when all is well. */
export type AnswerOf<Id extends ControlOperation> = Json<Answers<Id>[Extract<keyof Answers<Id>, 200 | 201>]>;

export interface ControlCall<Id extends ControlOperation> {
  path: Record<string, string>;
  query: Record<string, string | number>;
  body: BodyOf<Id>;
  request: FastifyRequest;
}

/** Carries out an operation; what it returns is its answer. */
export type ControlHandler<Id extends ControlOperation> = (
  call: ControlCall<Id>,
  workshop: Workshop,
) => Promise<AnswerOf<Id>>;

/** @throws Mistake when there is no such terminal. */
export async function existing(services: Services, id: string): Promise<string> {
  if ((await clockOf(services, id)) === undefined) throw new Mistake(`There is no terminal "${id}".`, 404);
  return id;
}

/** The terminal that is asked about: by its id, or by its token for whoever has nothing else. */
export async function terminalAsked(
  { query, request }: Pick<ControlCall<'listRequests'>, 'query' | 'request'>,
  services: Services,
): Promise<string> {
  if (query.terminal !== undefined) return existing(services, String(query.terminal));
  const token = bearerToken(request.headers.authorization);
  const found = token === undefined ? undefined : await callerOfToken(services, token);
  if (found && 'caller' in found) return found.caller.terminalId;
  throw new Mistake('Say which terminal: ?terminal=ID, or its token as Authorization: Bearer.');
}
