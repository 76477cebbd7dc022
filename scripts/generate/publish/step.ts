// What a step of the pipeline is: a pure function from document to document.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import type { Language } from '../../../foundation/reader/paths.ts';

/** Makes another document of one, and leaves the one as it was. */
export type Step = (document: ContractDocument, language: Language) => ContractDocument;

/** A step that changes a copy in place. */
export const onCopy =
  (change: (document: ContractDocument, language: Language) => void): Step =>
  (document, language) => {
    const copy = structuredClone(document);
    change(copy, language);
    return copy;
  };
