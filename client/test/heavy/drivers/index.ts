// How the package of each language is built, installed in a fresh project, and asked by its driver.
import { csharp } from './csharp.ts';
import { java } from './java.ts';
import { python } from './python.ts';

/** A language whose shop plays the scenarios. */
export interface LanguageDriver {
  /** As people write it. */
  label: string;
  /**
   * Builds the package into what its registry takes, and installs it in a fresh project outside the repository.
   * @param folder empty; everything that this language needs goes there.
   * @returns the command of the driver, and where it is run.
   */
  install: (folder: string) => Promise<{ command: [string, ...string[]]; cwd: string }>;
  /** The scenarios that it does not play, by their names, each with the reason. */
  without?: Readonly<Record<string, string>>;
}

export const drivers: LanguageDriver[] = [csharp];
export const drivers: LanguageDriver[] = [java];
// The languages whose shops play the scenarios.
import type { LanguageDriver } from './language-driver.ts';
import { php } from './php.ts';

export const drivers: LanguageDriver[] = [php];
export const drivers: LanguageDriver[] = [python];
