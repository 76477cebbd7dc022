// Every family of commands that a sequence may be made of.
import type { Family } from '../command.ts';
import { cancel } from './cancel.ts';
import { clock } from './clock.ts';
import { create } from './create.ts';
import { failure } from './failures.ts';
import { list, report } from './lists.ts';
import { look } from './look.ts';
import { pay } from './pay.ts';
import { refund } from './refund.ts';
import { repeat } from './repeat.ts';
import { atOnce } from './together.ts';
import { rotation } from './tokens.ts';
import { retry, verify } from './verify.ts';
import { subscribe, test, unsubscribe } from './webhooks.ts';

export const families: readonly Family[] = [
  create,
  pay,
  verify,
  retry,
  cancel,
  refund,
  look,
  list,
  report,
  subscribe,
  unsubscribe,
  test,
  repeat,
  clock,
  rotation,
  failure,
  atOnce,
];
