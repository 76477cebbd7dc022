// Makes the code samples: as files of their own, and as `x-codeSamples` of each operation of the bundles.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import { operationsOf } from '../../../foundation/reader/document.ts';
import type { Language } from '../../../foundation/reader/paths.ts';
import { csharp } from './csharp.ts';
import { curl } from './curl.ts';
import { go } from './go.ts';
import { node } from './node.ts';
import { php } from './php.ts';
import type { Printer } from './printer.ts';
import { python } from './python.ts';
import { type SampleRequest, sampleRequests } from './requests.ts';

/** The languages of the published documentation, in its order. */
export const printers: readonly Printer[] = [curl, php, node, go, python, csharp];

/** What a reader sees beside the name of the language on a sample that signs its request. */
const signedLabel: Record<Language, string> = { en: 'signed', fa: 'با امضا' };

/** One sample: its file, and the request that it must send. */
export interface Sample {
  /** Path below generated/. */
  file: string;
  printer: Printer;
  signed: boolean;
  request: SampleRequest;
  source: string;
}

/** Every sample of every example in every language; where a signature is taken, a second one that signs. */
export function samplesOf(document: ContractDocument): Sample[] {
  return sampleRequests(document).flatMap((request) =>
    (request.signing ? [false, true] : [false]).flatMap((signed) =>
      printers.map((printer) => ({
        file: `samples/${request.operationId}/${request.example}${signed ? '.signed' : ''}.${printer.extension}`,
        printer,
        signed,
        request,
        source: printer.print(request, signed ? request.signing : undefined),
      })),
    ),
  );
}

/** Puts the samples of its first example into each operation, with labels in the document's language. */
export function addCodeSamples(document: ContractDocument, language: Language, samples: Sample[]): void {
  for (const { operation } of operationsOf(document)) {
    const own = samples.filter(({ request }) => request.operationId === operation.operationId);
    const shown = own.filter(({ request }) => request.example === own[0]?.request.example);
    if (shown.length === 0) continue;
    operation['x-codeSamples'] = shown.map(({ printer, signed, source }) => ({
      lang: printer.lang,
      label: signed ? `${printer.label} (${signedLabel[language]})` : printer.label,
      source,
    }));
  }
}
