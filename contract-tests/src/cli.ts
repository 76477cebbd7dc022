// `npm run contract`: judges a server or recorded traffic, prints the report, and ends with an exit code for CI.
import { consoleReport } from './report/console.ts';
import { writeReports } from './report/files.ts';
import { exitCodeOf, type Report } from './report/report.ts';
import { type Options, readOptions, usage } from './run/options.ts';
import { progressOn } from './run/progress.ts';
import { runAgainst, runOverTraffic } from './run/run.ts';
import { Unjudgeable } from './run/unjudgeable.ts';
import { openTarget } from './targets/open.ts';

async function judged(options: Options): Promise<Report> {
  const progress = progressOn(process.stderr);
  if (options.har) return runOverTraffic(options, progress);
  const target = await openTarget(options);
  try {
    console.log(`Judging ${target.name}`);
    return await runAgainst(target, options, progress);
  } finally {
    await target.close();
  }
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (!options) {
    console.log(usage);
    return 0;
  }
  const report = await judged(options);
  console.log(consoleReport(report));
  writeReports(report, options.reports);
  return exitCodeOf(report);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Unjudgeable)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
