// A mock that listens somewhere already, and answers with the example that the header Prefer asks for.
import type { Target } from './target.ts';

const without: Target['without'] = {
  control: 'a mock has no state',
  state: 'a mock has no state',
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
