// The way of a request through the checks, from top to bottom; the numbers are those of docs/decisions/0050.
import { adoptDialects } from './adopt-dialects.ts';
import { adoptSeed } from './adopt-seed.ts';
import { demandCaller } from './demand-caller.ts';
import { demandSignature } from './demand-signature.ts';
import { examineAddress } from './examine-address.ts';
import { examineFields } from './examine-fields.ts';
import { examinePath } from './examine-path.ts';
import { examineSignature } from './examine-signature.ts';
import { examineTerminal } from './examine-terminal.ts';
import { identifyCaller } from './identify-caller.ts';
import { limitRate } from './limit-rate.ts';
import { limitStrangers } from './limit-strangers.ts';
import { readBody } from './read-body.ts';
import type { Step } from './step.ts';

/** What is decided before the body is read, so that a stranger's body costs nothing. */
export const beforeTheBody: readonly Step[] = [
  examinePath, // 1: is there such an operation?
  identifyCaller, // 2: whose token is it?
  limitStrangers, // 2: whoever guesses tokens has to wait like everybody else
  demandCaller, // 2: an operation that wants a token gets no further without one
  adoptDialects, // from here on the answer is as the caller's terminal wants it
  adoptSeed,
  examineAddress, // 3: may the terminal be used from there?
  examineTerminal, // 3: may it be used at all?
];

/** What needs the bytes of the body. */
export const withTheBody: readonly Step[] = [
  examineSignature, // 5: found out early, since a valid one lifts limits …
  limitRate, // 4: has the caller any request left?
  demandSignature, // 5: … and refused late, since a wrong one uses them up
  readBody, // 6: is it JSON?
  examineFields, // 7: all faulty fields together
];

// Then faults on order strike (plugins/faults.ts), and the operation goes on in its unit of work: 8, the idempotency
// key, in idempotency/once.ts; 9 to 12, existence, state, comparison and the work, in the file of each operation.
