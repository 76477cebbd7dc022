// Runs a linter of others as a program of its own, with the Node.js of this project.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';

/**
 * Runs a program of node_modules/.bin; findings are no failure.
 * @returns what it printed, as the JSON that it is
 * @throws Error with its own words when it printed none
 */
export function reportOf<Report>(program: string, ...args: string[]): Promise<Report> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules/.bin', program), ...args],
      { cwd: root, maxBuffer: 64 * 2 ** 20 },
      (_, stdout, stderr) => {
        try {
          resolve(JSON.parse(stdout) as Report);
        } catch {
          reject(new Error(`${program} gave no report:\n${stderr || stdout}`));
        }
      },
    );
  });
}
