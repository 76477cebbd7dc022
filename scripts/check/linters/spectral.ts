// Asks Spectral for its opinion on a document.
import { join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';
import { reportOf } from './tool.ts';

interface Finding {
  code: string;
  message: string;
  path: (string | number)[];
}

/** @returns one line for each finding of Spectral's rules for OpenAPI, hints included. */
export async function spectralFindings(...files: string[]): Promise<string[]> {
  const ruleset = join(root, 'scripts/check/linters/spectral.yaml');
  const findings = await reportOf<Finding[]>(
    'spectral',
    'lint',
    '--ruleset',
    ruleset,
    '--format',
    'json',
    '--quiet',
    ...files,
  );
  return findings.map(({ code, message, path }) => `#/${path.join('/')}  ${message} (${code})`);
}
