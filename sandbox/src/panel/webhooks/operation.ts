// Carries out an operation of webhooks for the panel as the API does for a token: the same limits, rules, work and messages.
import { operations } from '../../../../generated/facts.ts';
import { ApiError, type FaultyFields, validationError } from '../../contract/errors.ts';
import type { Call } from '../../core/call.ts';
import { handlers } from '../../core/operations.ts';
import { examineBody } from '../../request/fields/body.ts';
import { limitRate } from '../../request/limit-rate.ts';
import { openCall } from '../../request/open-call.ts';
import { walk } from '../../request/walk.ts';
import type { Panel, TerminalVisit } from '../frame/visit.ts';

type WebhookOperation = 'subscribeWebhook' | 'unsubscribeWebhook' | 'testWebhook';

/** What the API would have answered: the data of a success, or the error with its faulty fields. */
export type OperationResult<Data> =
  | { data: Data }
  | { error: ApiError; fields: FaultyFields; waitSeconds: number | undefined };

async function callFrom(
  { terminal, now }: TerminalVisit,
  { services }: Panel,
  operation: WebhookOperation,
  body: unknown,
): Promise<Call> {
  const { method, path } = operations[operation];
  return {
    ...openCall({ operation, method, url: path, headers: {}, path: {}, ip: '127.0.0.1' }, services),
    now,
    caller: {
      terminalId: terminal.id,
      merchantCode: terminal.merchant_code,
      requireSignature: false,
      secretKey: terminal.secret_key,
      terminalState: terminal.state,
      ipAllowList: null,
      // The panel has no token; its requests are counted as those of one more token of the terminal would be.
      tokenId: `panel of ${terminal.id}`,
      tokenHash: '',
      graceEndsAt: null,
      seed: terminal.seed,
      // Faults are ordered for the shop's program: a click here uses none of them up.
      faultsOrdered: false,
      dialects: terminal.dialects,
      rateLimits: terminal.rate_limits === 1,
    },
    contract: await services.contracts.of(terminal.dialects),
    body,
  };
}

/** @param body the JSON body as a program would send it. */
export async function carryOut<Data>(
  visit: TerminalVisit,
  panel: Panel,
  operation: WebhookOperation,
  body: Record<string, unknown>,
): Promise<OperationResult<Data>> {
  const { services } = panel;
  const call = await callFrom(visit, panel, operation, body);
  try {
    await services.seeds.prepare(visit.terminal.id, visit.terminal.seed);
    const limited = await walk([limitRate], call, services);
    if (limited) throw limited;
    const fields = Object.create(null) as FaultyFields;
    examineBody(call, services.settings, fields);
    if (Object.keys(fields).length > 0) throw validationError(fields);
    const { text } = await handlers[operation](call, services);
    const answer = JSON.parse(text) as { data?: Data; error?: { details?: { validation?: FaultyFields } } };
    if (answer.data !== undefined) return { data: answer.data };
    // A command answers with its errors instead of throwing them.
    throw validationError(answer.error?.details?.validation ?? {});
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const wait = error.headers?.['Retry-After'];
    return {
      error,
      fields: error.details?.validation ?? {},
      waitSeconds: wait === undefined ? undefined : Number(wait),
    };
  }
}
