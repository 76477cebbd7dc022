// Opens the target that the arguments name.
import type { Options } from '../run/options.ts';
import { mockAt, startMockTarget } from './mock.ts';
import { startSandboxTarget } from './sandbox.ts';
import type { Target } from './target.ts';
import { addressOf, urlTarget } from './url.ts';

/** @throws Unjudgeable when there is no such target, or when it does not start */
export async function openTarget(options: Options): Promise<Target> {
  if (options.target === 'mock') return startMockTarget();
  if (options.target === 'sandbox') return startSandboxTarget(options, process.env.DATABASE_URL);
  if (options.prefer) return mockAt(addressOf(options.target));
  return urlTarget(options);
}
