// Opens the target that the arguments name.
import type { Options } from '../run/options.ts';
import type { Counter } from './live.ts';
import { mockAt } from './prefer.ts';
import type { Target } from './target.ts';
import { addressOf } from './url.ts';

/** @throws Unjudgeable when there is no such target, or when it does not start */
export async function openTarget(options: Options, counter: Counter): Promise<Target> {
  // Prism and the sandbox take their time to load, so only the one that is asked for is.
  if (options.target === 'mock') return (await import('./mock.ts')).startMockTarget();
  if (options.target === 'sandbox')
    return (await import('./sandbox.ts')).startSandboxTarget(options, process.env.DATABASE_URL);
  if (options.prefer) return mockAt(addressOf(options.target));
  return (await import('./live.ts')).liveTarget(options, counter);
}
