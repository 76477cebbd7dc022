// Makes the published contract of the strict one: strict in what is sent, tolerant in what is read.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import type { Language } from '../../../foundation/reader/paths.ts';
import { dropAssumedPresence } from './drop-assumed-presence.ts';
import { dropBasis } from './drop-basis.ts';
import { dropUnused } from './drop-unused.ts';
import { inlineCallbacks } from './inline-callbacks.ts';
import { inlineClashingLists } from './inline-clashing-lists.ts';
import { inlineEventHeaders } from './inline-event-headers.ts';
import { listEnumDescriptions } from './list-enum-descriptions.ts';
import { loosenValues } from './loosen-values.ts';
import { mapsOfNames } from './maps-of-names.ts';
import { markDirection } from './mark-direction.ts';
import { nameCodes } from './name-codes.ts';
import { nameObjects } from './name-objects.ts';
import { oneCallbackExample } from './one-callback-example.ts';
import { oneEnvelope } from './one-envelope.ts';
import { openLists } from './open-lists.ts';
import { openObjects } from './open-objects.ts';
import { plainConstants } from './plain-constants.ts';
import { plainLinks } from './plain-links.ts';
import { separateReceived } from './separate-received.ts';
import { sizeIntegers } from './size-integers.ts';
import type { Step } from './step.ts';
import { tellKnownValues } from './tell-known-values.ts';
import { writeOutAliases } from './write-out-aliases.ts';

/** Opens what is received. Constants stay, and every error keeps a schema of its own: types narrow by them. */
const opening: Step[] = [separateReceived, dropAssumedPresence, openLists, openObjects, loosenValues];

/** Shapes what is open for generators and readers, who know neither narrowing nor our extensions. */
const shaping: Step[] = [
  oneEnvelope,
  plainConstants,
  plainLinks,
  inlineCallbacks,
  oneCallbackExample,
  inlineEventHeaders,
  inlineClashingLists,
  mapsOfNames,
  nameObjects,
  sizeIntegers,
  nameCodes,
  listEnumDescriptions,
  tellKnownValues,
  writeOutAliases,
  dropUnused,
  dropBasis,
  markDirection,
];

const run = (steps: Step[], document: ContractDocument, language: Language) =>
  steps.reduce((made, step) => step(made, language), document);

/** The strict contract with everything open that is received; the types for TypeScript are made of it. */
export const openContract = (strict: ContractDocument, language: Language) => run(opening, strict, language);

/** The contract for readers and generators. */
export const publishedContract = (strict: ContractDocument, language: Language) =>
  run(shaping, openContract(strict, language), language);
