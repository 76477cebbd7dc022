// Leaves one example on the form of a callback: mocks that send callbacks pick one by chance, and tell a tale of failure.
import { type MediaType, operationsOf, type PathItem } from '../../../foundation/reader/document.ts';
import { onCopy } from './step.ts';

const formsOf = (item: PathItem): MediaType[] =>
  Object.values(item).flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}));

/**
 * Prism sends the callbacks of an operation with its answer, each with a random one of its examples, so that a payment
 * that has just been created would come back as failed. The first example is the one that follows from its answer. The
 * others stay on the variant by GET, whose fields are parameters, and which mocks send bare.
 */
export const oneCallbackExample = onCopy((document) => {
  for (const { operation } of operationsOf(document)) {
    for (const callback of Object.values(operation.callbacks ?? {})) {
      for (const media of Object.values(callback).flatMap(formsOf)) {
        const [first] = Object.entries(media.examples ?? {});
        if (first) media.examples = Object.fromEntries([first]);
      }
    }
  }
});
