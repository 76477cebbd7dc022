// What the harness knows of a tool: how it is installed, what it makes of the document, and how that is built and used.

/** What a tool is given to work with. */
export interface Bench {
  /** A copy of the tool's own folder, to write into; it is removed afterwards. */
  folder: string;
  /** The published document, as a file. */
  document: string;
  /** A folder that outlives the run, for what was downloaded or built of others; named after what it holds. */
  cache: (name: string, ...fingerprint: string[]) => Promise<string>;
  /** Runs a program in `folder`, or in another one. @throws Error with its output when it fails. */
  must: (command: Command, place?: { cwd?: string; env?: NodeJS.ProcessEnv }) => Promise<string>;
}

export type Command = [program: string, ...args: string[]];

/** A sentence for readers of both languages; `code` stands in backquotes. */
export interface Sentence {
  en: string;
  fa: string;
}

export interface Tool {
  /** As its makers write it. */
  name: string;
  /** The generator within it, if it has several. */
  target?: string;
  /** The language of what it makes. */
  language: string;
  version: string;
  /** What a reader types; `openapi.en.yaml` stands for the document. */
  command: string;
  /** What a reader has to know besides: an option that is needed and why, or what stood in for what. */
  note?: Sentence & { issue?: string };
  /** The programs that it needs on the machine. */
  needs: string[];
  /** Installs the tool in its pinned version. */
  install: (bench: Bench) => Promise<unknown>;
  /** Makes code of the document. */
  generate: (bench: Bench) => Promise<unknown>;
  /**
   * Makes it without the options that the document should not need. It has to fail somewhere: an option that is needed
   * no longer does not belong into the command.
   */
  bare?: (bench: Bench) => Promise<unknown>;
  /** Compiles that code together with the program of the tool's folder. */
  compile: (bench: Bench) => Promise<unknown>;
  /** The command that runs the program; a word and an authority are appended. */
  program: (bench: Bench) => Command;
}

/** By which name `--only` and the files know a tool. */
export const idOf = ({ name, target }: Pick<Tool, 'name' | 'target'>) =>
  [name.replace(/^@/, '').replace('/', '-'), target].filter(Boolean).join('-');
