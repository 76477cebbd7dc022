// How the package of a language is built, installed in a fresh project, and asked by its driver.

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
