// Waits for the disk without holding up anybody else: everything written before the call is on it afterwards.
import { type FileHandle, open } from 'node:fs/promises';

export interface DiskSync {
  /**
   * @returns kept once all that has been written so far would outlive a loss of power.
   * @throws whatever the disk says when it cannot keep what it was given.
   */
  reached: () => Promise<void>;
  close: () => Promise<void>;
}

/** For what is in memory alone: there is nothing to wait for. */
export const noDisk: DiskSync = { reached: async () => undefined, close: async () => undefined };

/**
 * @param file must exist, and stay the same file; it is only synchronised, never read or written.
 */
export async function openDiskSync(file: string): Promise<DiskSync> {
  // Windows synchronises only what may be written.
  const handle: FileHandle = await open(file, 'r+');
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return {
    reached: () => {
      // One that is under way may have begun before the last write: whoever comes now shares the one after it.
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          running = handle.datasync();
          return running;
        });
      return next;
    },
    close: async () => {
      await Promise.allSettled([running, next]);
      await handle.close();
    },
  };
}
