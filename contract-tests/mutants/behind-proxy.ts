// `node behind-proxy.ts ID …`: runs the runner on the sandbox, with one answer mutant between them.
import { consoleReport } from '../src/report/console.ts';
import { writeReports } from '../src/report/files.ts';
import { exitCodeOf } from '../src/report/report.ts';
import { readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst } from '../src/run/run.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';
import { mutating } from './answers/mutating.ts';
import { faultOf, secretsOf } from './proxied.ts';

const [id = '', ...args] = process.argv.slice(2);
const options = readOptions(args, {});
if (!options) throw new Error('The arguments of the runner ask for help.');
const target = await startSandboxTarget(options);
const secrets = secretsOf(target);
const token = () => target.credentials.token ?? '';
const wrong = await mutating(target.url, faultOf(id, { secrets: () => secrets, token }));
try {
  const report = await runAgainst({ ...target, url: wrong.url }, options, silent);
  console.log(consoleReport(report));
  await writeReports(report, options.reports);
  process.exitCode = exitCodeOf(report);
} finally {
  await wrong.close();
  await target.close();
}
