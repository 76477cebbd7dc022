// The mock of this project as a target, started and stopped by the run; or another mock that answers to Prefer.
import { startMock } from '../../../scripts/mock/server.ts';
import { Unjudgeable } from '../run/unjudgeable.ts';
import type { Target } from './target.ts';

const without: Target['without'] = {
  control: 'a mock has no state',
  tokens: 'a mock does not know which tokens are good',
  signatures: 'a mock checks no signatures',
  clock: 'a mock has no calendar',
  'empty-headers': 'Prism takes an empty header for a missing one',
  'field-names': 'a mock names the fields of its example',
};

/** A mock that listens at an address already. */
export function mockAt(url: string, name = url): Target {
  return {
    name,
    url,
    mock: true,
    environment: 'production',
    capabilities: new Set(['write', 'undocumented']),
    without,
    credentials: { token: 'idg_test_0123456789' },
    now: () => Math.floor(Date.now() / 1000),
    close: async () => {},
  };
}

/** Starts the mock on a free port. @throws Unjudgeable when it does not start */
export async function startMockTarget(): Promise<Target> {
  try {
    const { url, close } = await startMock({ port: 0 });
    return { ...mockAt(url, 'mock'), close };
  } catch (error) {
    throw new Unjudgeable(`The mock did not start: ${(error as Error).message}`);
  }
}
