// Reports each finding once, since a shared answer is visited for every operation that refers to it.
import type { Context, Location } from './redocly.ts';

/** Makes a reporter that forgets nothing as long as one document is linted. */
export function reportOnce(): (context: Context, message: string, location: Location) => void {
  const reported = new Set<string>();
  return (context, message, location) => {
    const finding = `${location.source.absoluteRef}${location.pointer} ${message}`;
    if (reported.has(finding)) return;
    reported.add(finding);
    context.report({ message, location });
  };
}
