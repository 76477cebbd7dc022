// The command: judges a server or recorded traffic, prints the report, and tells with which code the process ends.
import { demand } from './contract/demanded.ts';
import type { Report } from './report/report.ts';
import { type Options, readOptions, usage } from './run/options.ts';
import type { Progress } from './run/progress.ts';
import { problemOf } from './run/unjudgeable.ts';
import type { Target } from './targets/target.ts';

/** Where the command writes: lines for people, lines about failures, and the progress. */
export interface Output {
  line: (text: string) => void;
  failure: (text: string) => void;
  progress: Progress;
}

async function judged(options: Options, { line, progress }: Output): Promise<Report> {
  // Each way of judging needs much that the others do not; what is not needed is not loaded.
  const { notBegun, runAgainst, runOverTraffic } = await import('./run/run.ts');
  if (options.har) return runOverTraffic(options, progress);
  let target: Target | undefined;
  try {
    const { openTarget } = await import('./targets/open.ts');
    target = await openTarget(options);
    line(`Judging ${target.name}`);
    return await runAgainst(target, options, progress);
  } catch (error) {
    // Whoever asked for a report gets one, whatever stood in the way.
    return notBegun(options, problemOf(error));
  } finally {
    await target?.close();
  }
}

/**
 * Whatever reads the contract is loaded only when it is known which dialects are demanded of it.
 * @returns the exit code: 0 when nothing is broken, 1 when something is (or differs, when the run is strict), 2 when
 * it could not be judged
 */
export async function runCommand(args: string[], env: NodeJS.ProcessEnv, output: Output): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(args, env);
    if (!options) {
      output.line(usage);
      return 0;
    }
    demand(options.dialects);
    const report = await judged(options, output);
    const { consoleReport } = await import('./report/console.ts');
    const { writeReports } = await import('./report/files.ts');
    const { exitCodeOf } = await import('./report/report.ts');
    output.line(consoleReport(report));
    await writeReports(report, options.reports);
    return exitCodeOf(report);
  } catch (error) {
    output.failure(problemOf(error));
    return 2;
  }
}
