// Which code carries out which operation of the control API.
import { advanceClock, readClock } from './clock.ts';
import { listDeliveries, replayDelivery } from './deliveries.ts';
import { listDialects, setDialects } from './dialects.ts';
import type { ControlOperation } from './document.ts';
import { listFaults, orderFault, withdrawFault } from './fault-orders.ts';
import { exportHar, listRequests, listSignatureFailures, readControlDocument } from './observations.ts';
import { payPayment } from './payments.ts';
import { listSettlements, settleTerminal } from './settlements.ts';
import { reset, restoreSnapshot, takeSnapshot } from './state.ts';
import { createTerminal, deleteTerminal, listTerminals, revokeTokens, rotateTokens } from './terminals.ts';
import type { ControlHandler } from './workshop.ts';

/** A new operation in the document fails the type check here. */
export const controlHandlers: { [Id in ControlOperation]: ControlHandler<Id> } = {
  listTerminals,
  createTerminal,
  deleteTerminal,
  setDialects,
  listDialects,
  rotateTokens,
  revokeTokens,
  readClock,
  advanceClock,
  listFaults,
  orderFault,
  withdrawFault,
  payPayment,
  settleTerminal,
  listSettlements,
  listRequests,
  exportHar,
  listSignatureFailures,
  readControlDocument,
  listDeliveries,
  replayDelivery,
  reset,
  takeSnapshot,
  restoreSnapshot,
};
