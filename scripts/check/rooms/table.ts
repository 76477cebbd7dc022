// The rooms of the house and the arrows between them: which folder may import from which, tests apart.

export interface Room {
  /** The folder, from the root of the repository; what stands in a room further down the table's paths is not its own. */
  folder: string;
  /** What it is for, in one sentence. */
  purpose: string;
  /** The rooms that it may import from, beside itself; a folder stands for all rooms in it. */
  may: readonly string[];
}

/** From the ground up: whoever imports stands below what it imports in this list. */
export const rooms: readonly Room[] = [
  {
    folder: 'generated',
    purpose: 'What `npm run generate` makes of `openapi/`: documents, facts, types, clients, collections.',
    may: [],
  },
  {
    folder: 'openapi',
    purpose: 'The contract itself, written by hand, with the linter’s own rules beside it.',
    may: [],
  },
  {
    folder: 'foundation/reader',
    purpose:
      'Reads the contract and what stands beside it: documents, overlays, bases, workflows, decisions, terms.',
    may: [],
  },
  {
    folder: 'foundation/dialects',
    purpose: 'The gateway as it might also be: the dialects, and the contract in them.',
    may: ['foundation/reader', 'generated'],
  },
  {
    folder: 'foundation/http',
    purpose: 'Reads what comes over HTTP as everybody must read it: bodies of JSON, the header Host.',
    may: [],
  },
  {
    folder: 'foundation/commands',
    purpose: 'What commands that serve have in common: ports, failures told in a sentence, a clean end.',
    may: [],
  },
  {
    folder: 'foundation/packing',
    purpose: 'Makes a package as it is published: JavaScript, types, files, manifest.',
    may: ['foundation/reader'],
  },
  {
    folder: 'client',
    purpose: 'Builds the package of the client.',
    may: ['foundation/packing'],
  },
  {
    folder: 'client/src',
    purpose: 'The TypeScript client.',
    may: ['generated'],
  },
  {
    folder: 'sandbox',
    purpose: 'Builds the package of the sandbox.',
    may: ['foundation/packing'],
  },
  {
    folder: 'sandbox/src',
    purpose: 'The gateway on one’s own machine, with state.',
    may: [
      'generated',
      'foundation/reader',
      'foundation/dialects',
      'foundation/http',
      'foundation/commands',
      'sandbox',
    ],
  },
  {
    folder: 'client/examples',
    purpose: 'Shops to read and to try, against the sandbox.',
    may: ['client/src', 'sandbox/src', 'foundation/commands'],
  },
  {
    folder: 'mock',
    purpose: 'Answers with the examples of the contract, by Prism.',
    may: ['generated', 'foundation'],
  },
  {
    folder: 'contract-tests',
    purpose: 'Builds the package of the contract tests.',
    may: ['foundation/packing', 'sandbox'],
  },
  {
    folder: 'contract-tests/src',
    purpose: 'Judges whether a server keeps the contract.',
    may: ['generated', 'foundation', 'mock', 'sandbox/src', 'contract-tests'],
  },
  {
    folder: 'compat',
    purpose: 'Tries other people’s tools on the contract.',
    may: ['generated', 'foundation/reader', 'sandbox/src'],
  },
  {
    folder: 'docs/site',
    purpose: 'What the documentation runs in the reader’s browser, and how it looks.',
    may: [],
  },
  {
    folder: 'scripts/translations',
    purpose: 'Holds the Persian against the English.',
    may: ['generated', 'foundation'],
  },
  {
    folder: 'scripts/generate',
    purpose: 'Makes `generated/` from `openapi/`, and loads nothing that it makes.',
    may: ['foundation', 'scripts/translations'],
  },
  {
    folder: 'scripts/decisions',
    purpose: 'Holds the decisions against the marks of the contract.',
    may: ['foundation', 'scripts/generate'],
  },
  {
    folder: 'scripts/docs',
    purpose: 'Builds and serves the documentation.',
    may: ['generated', 'foundation', 'compat', 'docs/site', 'scripts/generate'],
  },
  {
    folder: 'scripts/check',
    purpose: 'Checks everything that needs no running server, these arrows included.',
    may: ['foundation', 'scripts/generate'],
  },
  {
    folder: 'scripts/release',
    purpose: 'Makes the current contract the released one.',
    may: ['foundation'],
  },
  {
    folder: 'scripts/ci',
    purpose: 'Adds up what the steps of CI reported.',
    may: [],
  },
  {
    folder: 'scripts/bench',
    purpose: 'Measures, in ratios side by side.',
    may: ['generated', 'foundation', 'client/src', 'sandbox/src', 'scripts/docs'],
  },
  {
    folder: 'scripts',
    purpose: 'Brings everything up at once (`npm start`).',
    may: ['generated', 'foundation', 'mock', 'sandbox/src', 'scripts/generate', 'scripts/docs'],
  },
];

/** Tests may import from every room, and no room from them. */
export const isTest = (file: string) =>
  /(^|\/)(tests?|heavy)\//.test(file) || /^[^/]+\.config\.ts$/.test(file);

/** The room that a file stands in: the longest folder that leads to it; undefined for one that stands in none. */
export const roomOf = (file: string): Room | undefined =>
  rooms
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0];

/** Whether a file of one room may import one of another. */
export const mayImport = (from: Room, to: Room): boolean =>
  from === to || from.may.some((folder) => to.folder === folder || to.folder.startsWith(`${folder}/`));
