// What a workflow would send, for a run that only wants to know.
import { operationOf } from '../contract/document.ts';
import { type OperationId, operations } from '../contract/facts.ts';
import { createStage } from '../plan/scenarios/stage.ts';
import type { Session } from '../run/session.ts';
import { workflowsOf } from './criteria.ts';

/** Sends each step of a file with the example of its operation, and lets the payer act where a step orders it. */
export async function rehearseWorkflow({ file }: { file: string }, session: Session): Promise<void> {
  const stage = createStage(session);
  for (const { steps } of workflowsOf(file)) {
    for (const { operationId, 'x-operation': order } of steps) {
      if (order) await stage.pay(await stage.somePending(), 'success');
      else if (operationId !== undefined && operationId in operations) {
        await stage.send(stage.draft(operationOf(operationId as OperationId).id));
      }
    }
  }
}
