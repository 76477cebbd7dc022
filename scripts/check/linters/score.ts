// Has Redocly's score taken, and holds it where it is: docs/linters.md says what it measures and where it ends for us.
import { redocly } from '../../../foundation/reader/redocly.ts';

/** What the score may not sink below. */
export const leastScore = 81;

/** How fit for programs Redocly takes a document to be, of a hundred. */
export async function scoreOf(file: string): Promise<number> {
  const run = await redocly('score', file, '--config=scripts/check/linters/redocly.yaml', '--format=json');
  const start = run.stdout.indexOf('{');
  if (run.code !== 0 || start < 0)
    throw new Error(`redocly score gave no score:\n${run.stderr || run.stdout}`);
  return (JSON.parse(run.stdout.slice(start)) as { agentReadiness: number }).agentReadiness;
}

/** @returns a line for each document whose score has sunk. */
export async function scoreFindings(...files: string[]): Promise<string[]> {
  const scores = await Promise.all(files.map(scoreOf));
  return files.flatMap((file, index) =>
    (scores[index] as number) < leastScore
      ? [`${file}: the score sank to ${scores[index]}, below ${leastScore}`]
      : [],
  );
}
