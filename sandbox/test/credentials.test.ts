// The folder of the demo credentials where the data itself is in PostgreSQL: what is said when it cannot be used.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { demoTerminal } from '../src/terminals/demo.ts';
import { testSandbox } from './support/sandbox.ts';

it('is no data folder, and --memory would not keep less: the sentence says so', async () => {
  const base = mkdtempSync(join(tmpdir(), 'irandargah-credentials-'));
  onTestFinished(() => rmSync(base, { recursive: true }));
  writeFileSync(join(base, 'file'), '');
  const sandbox = await testSandbox();
  onTestFinished(() => sandbox.close());
  await expect(demoTerminal(sandbox.services, join(base, 'file', 'in'))).rejects.toThrow(
    /^The folder of the demo terminal's credentials .* is no folder, or lies in a file: choose another with --data FOLDER, or get a new demo terminal at each start with --memory\.$/,
  );
});
