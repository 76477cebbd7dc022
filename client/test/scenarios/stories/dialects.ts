// The same payments at a gateway that speaks otherwise where its documentation leaves that open.
import dialects from '../../../../generated/dialects.json' with { type: 'json' };
import type { DialectName } from '../../../../sandbox/src/testing/index.ts';
import type { Demand, Scenario } from '../scenario.ts';
import { creates, paid, pays, verifies } from './common.ts';

type Told = { readonly [field: string]: Demand };

/** Where the proof itself is taken away, nobody can know. */
const unproven: Partial<Record<DialectName, Told>> = {};

const names = Object.keys(dialects) as DialectName[];

export const inDialects: Scenario[] = names.flatMap((name): Scenario[] => {
  const told = unproven[name] ?? paid;
  return [
    {
      name: `an honest payment, verified twice, in the dialect ${name}`,
      dialects: [name],
      steps: [creates(), pays(), verifies(told), verifies(told)],
    },
    {
      name: `a lost verification in the dialect ${name}`,
      dialects: [name],
      retries: 0,
      steps: [creates(), pays(), { interfere: [{ on: 'createVerification', does: 'lose' }] }, verifies(told)],
    },
    {
      name: `an unpaid and a failed payment in the dialect ${name}`,
      dialects: [name],
      steps: [
        creates(),
        verifies({ outcome: 'not_paid', final: false }),
        { pay: '$first.authority', card: 'failed' },
        verifies({ outcome: 'not_paid', final: true }),
      ],
    },
  ];
});
