// Makes the contract of a set of dialects: the overlaid document, the facts that follow from it, and what is sent otherwise.

import { sendingsOf } from '../../../foundation/dialects/catalogue.ts';
import { sendingsFrom } from '../../../foundation/dialects/sendings.ts';
import { speaking } from '../../../foundation/dialects/speaking.ts';
import {
  type ContractDocument,
  operationsOf,
  type Response,
  resolve,
} from '../../../foundation/reader/document.ts';
import { operationFacts, statusCodeFacts } from '../../../foundation/reader/facts.ts';
import { type ErrorName, type OperationId, signing } from '../../../generated/facts.ts';
import { type Contract, contractFrom, type OperationRule, type Rules } from './contract.ts';
import { type Document, document as standardDocument } from './document.ts';

/** The facts of an overlaid document, read as the generator reads those of the standard one. */
function rulesOf(document: ContractDocument): Rules {
  const callbackStatus = document.components.schemas.CallbackStatus;
  const lifecycle = document['x-payment-lifecycle'] as { states: Rules['states'] };
  const { not_replayed } = document['x-idempotency'] as { not_replayed: ErrorName[] };
  return {
    document: document as unknown as Document,
    errors: statusCodeFacts({ en: document, fa: document }).errors as Rules['errors'],
    operations: Object.fromEntries<OperationRule>(
      operationsOf(document).map((placed) => [
        placed.operation.operationId,
        operationFacts(document, placed),
      ]),
    ) as Rules['operations'],
    states: lifecycle.states,
    callbackMessages: callbackStatus?.['x-callback-messages'] as Rules['callbackMessages'],
    notReplayed: not_replayed,
  };
}

/** Which documented answers carry no signature. */
function unsignedAnswers(document: ContractDocument): Set<string> {
  const header = signing.response.signature_header;
  const unsigned = operationsOf(document).flatMap(({ operation }) =>
    Object.entries(operation.responses)
      .filter(([, node]) => !(header in (resolve<Response>(document, node).headers ?? {})))
      .map(([status]) => `${operation.operationId} ${status}`),
  );
  return new Set(unsigned);
}

/** @throws UnknownDialect */
export function contractSpeaking(names: readonly string[]): Contract {
  const { document } = speaking(standardDocument as unknown as ContractDocument, names);
  const unsigned = unsignedAnswers(document);
  return contractFrom(rulesOf(document), {
    dialects: names,
    isSigned: (operation: OperationId, status: number) => !unsigned.has(`${operation} ${status}`),
    sendings: sendingsFrom(sendingsOf(names)),
  });
}
