// The mock of this project as a target, started and stopped by the run.
import { startMock } from '../../../mock/server.ts';
import { Unjudgeable } from '../run/unjudgeable.ts';
import { mockAt } from './prefer.ts';
import type { Target } from './target.ts';

/** Starts the mock on a free port. @throws Unjudgeable when it does not start */
export async function startMockTarget(): Promise<Target> {
  try {
    const { url, close } = await startMock({ port: 0 });
    return { ...mockAt(url, 'mock'), close };
  } catch (error) {
    throw new Unjudgeable(`The mock did not start: ${(error as Error).message}`);
  }
}
