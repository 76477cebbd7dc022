// Finds the scene for an example of an answer, and plays it.

import {
  type ContractOperation,
  type DocumentedResponse,
  type NamedExample,
  operations,
} from '../../contract/document.ts';
import type { OperationId } from '../../contract/facts.ts';
import type { Session } from '../../run/session.ts';
import type { Capability } from '../case.ts';
import { sharedErrors } from './errors.ts';
import { createRefund, getHealth, getIdempotencyKey, prepareRequest } from './others.ts';
import { cancelPayment, createPayment, getPayment, openPaymentPage } from './payments.ts';
import { recordPlay } from './record.ts';
import { expectationOf, type Scene, type Scenes } from './scene.ts';
import { createStage } from './stage.ts';
import { getDailyReport, getMonthlyReport, getTransaction, listTransactions } from './transactions.ts';
import { createVerification, getVerification, retryVerification } from './verifications.ts';
import { listWebhookEvents, subscribeWebhook, testWebhook, unsubscribeWebhook } from './webhooks.ts';

const own: Record<OperationId, Scenes> = {
  createPayment,
  getPayment,
  cancelPayment,
  openPaymentPage,
  createVerification,
  getVerification,
  retryVerification,
  listTransactions,
  getTransaction,
  createRefund,
  getDailyReport,
  getMonthlyReport,
  subscribeWebhook,
  listWebhookEvents,
  unsubscribeWebhook,
  testWebhook,
  prepareRequest,
  getIdempotencyKey,
  getHealth,
};

/** The scene for an example; undefined when nobody has written one yet. */
export function sceneOf(id: OperationId, status: number, example: NamedExample): Scene | undefined {
  return own[id][`${status} ${example.name}`] ?? sharedErrors[example.component]?.(id);
}

/** One example of an answer, with the way to bring it about. */
export interface SceneCase {
  id: string;
  name: string;
  operation: ContractOperation;
  status: number;
  example: NamedExample;
  scene: Scene | undefined;
}

/** Every example of every answer, in the order of the document. */
export function sceneCases(): SceneCase[] {
  return operations.flatMap((operation) =>
    [...operation.responses.values()].flatMap(({ status, examples }) =>
      examples.map((example) => {
        const name = `${status} ${example.name}`;
        return {
          id: `${operation.id} ${name}`,
          name,
          operation,
          status,
          example,
          scene: sceneOf(operation.id, status, example),
        };
      }),
    ),
  );
}

/** What a scene needs beside what its request itself needs. */
function needsOf({ operation, scene }: SceneCase): Capability[] {
  const { facts, method } = operation;
  return [
    ...(facts.undocumented ? (['undocumented'] as const) : []),
    ...(method === 'POST' ? (['write'] as const) : []),
    ...(scene?.needs ?? []),
  ];
}

/** Plays one scene, and records how the answer was. */
export async function playScene(session: Session, one: SceneCase, repeat: string): Promise<void> {
  const { recorder } = session;
  const { operation, name, status, example, scene } = one;
  if (!scene)
    return recorder.notReached('replay', operation.id, name, 'nobody has written down how to bring it about');
  const reason = session.obstacle(needsOf(one));
  if (reason) return recorder.notReached('replay', operation.id, name, reason);
  const response = operation.responses.get(status) as DocumentedResponse;
  await recordPlay(
    session,
    { part: 'replay', operation: operation.id, name, repeat },
    async () => {
      const stage = createStage(session, expectationOf(scene, operation, response, example));
      return (await scene.play(stage)).findings;
    },
    (why) => `${name} (${why})`,
  );
}
