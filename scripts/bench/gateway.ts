// The sandbox as it is measured: a database file, synchronous commits, and no limit per second in the way.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox/src/index.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'irandargah-bench-'));
const { url, token, secretKey, close } = await startSandbox({ port: 0, dataFolder, ratePerSecond: 0 });
process.send?.({ url, token, secretKey });
process.once('disconnect', () => {
  void close().then(() => {
    rmSync(dataFolder, { recursive: true });
    process.exit();
  });
});
