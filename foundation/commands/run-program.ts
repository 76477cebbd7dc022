// Runs a program to its end and brings back its exit code and outputs.
import { type ExecFileException, type ExecFileOptions, execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface ProgramRun {
  /** 127 for a program that could not be started, or that was stopped. */
  code: number;
  stdout: string;
  /** Ends with the reason when the program could not be started, or was stopped. */
  stderr: string;
}

/** Runs a program without a shell; a non-zero exit code is no exception. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: Pick<ExecFileOptions, 'cwd' | 'env' | 'timeout'> = {},
): Promise<ProgramRun> {
  try {
    const outputs = await promisify(execFile)(program, args, { maxBuffer: 64 * 2 ** 20, ...options });
    return { code: 0, ...outputs };
  } catch (error) {
    const { code, stdout = '', stderr = '', message } = error as ExecFileException;
    if (typeof code === 'number') return { code, stdout, stderr };
    return { code: 127, stdout, stderr: stderr + message };
  }
}
