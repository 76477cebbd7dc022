// `npm run mutants -- --judges`: shows mutants to Schemathesis and Specmatic, and publishes what they notice beside the runner.
import { chosen } from '../../../contract-tests/mutants/choice.ts';
import { type Judge, shownTo } from '../../../contract-tests/mutants/others.ts';
import { publish } from '../../../contract-tests/mutants/publish.ts';
import { mutants } from '../../../contract-tests/mutants/registry.ts';
import { readPublished } from '../../../contract-tests/mutants/score.ts';
import type { Served } from '../../../contract-tests/mutants/served.ts';
import { runCommand } from '../../../foundation/commands/command.ts';
import { type JudgeFailure, judgeBySchemathesis, judgeBySpecmatic, worldOfSandbox } from './index.ts';

/** Milliseconds after which a judge has noticed nothing. */
const timeout = 300_000;

const kindsOf = (failures: readonly JudgeFailure[]) =>
  failures.map(({ operation, check, status }) => `${operation} ${check} ${status}`);

const targetOf = ({ url, token, terminalId }: Served) => ({
  url,
  token,
  world: worldOfSandbox(url, terminalId),
});

const judges: readonly Judge[] = [
  {
    name: 'Schemathesis',
    manner:
      '4.32.5, all checks, all phases with walks along the links, 5 cases for each operation and phase, one seed',
    judge: async (server) => kindsOf((await judgeBySchemathesis(targetOf(server), { timeout })).failures),
  },
  {
    name: 'Specmatic',
    manner: '2.55.1, each example and its variations that must be taken or refused',
    judge: async (server) => kindsOf((await judgeBySpecmatic(targetOf(server), { timeout })).failures),
  },
];

const usage = `Which of the mistakes do other judges notice?

  npm run mutants -- --judges                 shows every mutant to Schemathesis and to Specmatic, and writes the table
  npm run mutants -- --judges --sample N      N of them, drawn by --seed TEXT; also --only TEXT, --kind NAME

What a judge holds against the sandbox without a mistake is not counted. Without the limits of a gateway, since no judge
keeps them: those of the kind "limits" are not shown.`;

const options = {
  judges: { type: 'boolean', default: true },
  only: { type: 'string' },
  kind: { type: 'string' },
  sample: { type: 'string' },
  seed: { type: 'string', default: '1' },
} as const;

await runCommand({ usage, options }, async ({ only, kind, sample, seed }) => {
  const choice = { only, kind, seed, sample: sample === undefined ? undefined : Number(sample) };
  const wanted = chosen(
    mutants.filter((mutant) => mutant.kind !== 'limits'),
    choice,
  );
  // One after the other: each needs more than one processor by itself.
  const judged = [];
  for (const judge of judges) {
    judged.push(
      await shownTo(judge, wanted, (id, isCaught) =>
        console.log(`  ${judge.name.padEnd(12)} ${isCaught ? 'caught' : 'missed'}  ${id}`),
      ),
    );
  }
  await publish({ ...readPublished(), judges: judged });
  for (const { name, shown, caught } of judged) console.log(`${name}: ${caught.length} of ${shown.length}`);
  return 0;
});
