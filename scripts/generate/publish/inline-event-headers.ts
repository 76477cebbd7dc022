// Puts the headers of an event into its webhook: oapi-codegen names those of the components, but writes none of them.
import { type Operation, type Parameter, resolve } from '../../../foundation/reader/document.ts';
import { onCopy } from './step.ts';

export const inlineEventHeaders = onCopy((document) => {
  const named = (document.components.parameters ?? {}) as Record<string, Parameter>;
  for (const { post } of Object.values(document.webhooks)) {
    post.parameters = (post.parameters ?? []).map((parameter) =>
      structuredClone(resolve<Parameter>(document, parameter)),
    );
  }
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item) as Operation[]);
  const used = new Set(operations.flatMap(({ parameters }) => parameters ?? []).map(({ $ref }) => $ref));
  document.components.parameters = Object.fromEntries(
    Object.entries(named).filter(([name]) => used.has(`#/components/parameters/${name}`)),
  );
});
