// `npm run contract`: judges a server or recorded traffic, prints the report, and ends with an exit code for CI.
import { consoleReport } from './report/console.ts';
import { writeReports } from './report/files.ts';
import { exitCodeOf } from './report/report.ts';
import { readOptions, usage } from './run/options.ts';
import { progressOn } from './run/progress.ts';
import { runAgainst } from './run/run.ts';
import { Unjudgeable } from './run/unjudgeable.ts';
import { openTarget } from './targets/open.ts';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (!options) {
    console.log(usage);
    return 0;
  }
  const target = await openTarget(options);
  try {
    console.log(`Judging ${target.name}`);
    const report = await runAgainst(target, options, progressOn(process.stderr));
    console.log(consoleReport(report));
    writeReports(report, options.reports);
    return exitCodeOf(report);
  } finally {
    await target.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Unjudgeable)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
