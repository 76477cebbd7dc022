// Every named example of the document as something to ask a mock for, or to send to it.
import type { Example } from '../../../foundation/reader/document.ts';
import { contract, operations, place } from '../contract/document.ts';
import type { TestCase } from './case.ts';
import { draftOf } from './draft.ts';

/** The statuses for which an answer means that the server took the caller's token for good. */
const knowsToken = (status: number, token: boolean) => token && status !== 401;

/** Each example of each answer, asked for by the header `Prefer`; the answer must equal it. */
export function answerExamples(): TestCase[] {
  return operations.flatMap((operation) =>
    [...operation.responses.values()].flatMap(({ status, examples }) =>
      examples.map((example): TestCase => {
        const draft = draftOf(operation);
        const name = `${status} ${example.name}`;
        return {
          id: `${operation.id} ${name}`,
          name,
          draft: { ...draft, headers: { Prefer: `code=${status}, example=${example.name}` } },
          expectation: { status, equals: example },
          needs: [],
          tokenKnown: knowsToken(status, operation.facts.token),
        };
      }),
    ),
  );
}

/** Each example of each request body, sent as it stands; the answer must be a success. */
export function requestExamples(): TestCase[] {
  return operations.flatMap((operation) =>
    (operation.requestBody?.examples ?? []).map((example): TestCase => {
      const name = `request ${example.name}`;
      return {
        id: `${operation.id} ${name}`,
        name,
        draft: draftOf(operation, example.value),
        expectation: { status: operation.facts.successStatus },
        needs: ['write'],
        tokenKnown: operation.facts.token,
      };
    }),
  );
}

/** What the gateway sends and nobody can ask for, a callback or a webhook, with its examples. */
export interface Delivered {
  operation: string;
  examples: { name: string; value: unknown }[];
}

type Examples = Record<string, Example | { $ref: string }>;

const namedValues = (examples: Examples = {}) =>
  Object.entries(examples).map(([name, node]) => ({ name, value: place<Example>(node, '#').value.value }));

/** Every callback and every webhook, with their examples. */
export function deliveredExamples(): Delivered[] {
  const ofRequest = (body: { content: Record<string, { examples?: Examples }> } | undefined) =>
    Object.values(body?.content ?? {}).flatMap(({ examples }) => namedValues(examples));
  const callbacks = Object.values(contract.components.callbacks as Record<string, Record<string, object>>)
    .flatMap((callback) => Object.values(callback))
    .flatMap((item) => Object.values(item))
    .map((operation) => ({
      operation: operation.operationId as string,
      examples: [
        ...ofRequest(operation.requestBody),
        ...(operation.parameters ?? []).flatMap(({ examples }: { examples?: Examples }) =>
          namedValues(examples),
        ),
      ],
    }));
  const webhooks = Object.entries(contract.webhooks).map(([event, { post }]) => ({
    operation: event,
    examples: ofRequest(post.requestBody),
  }));
  return [...callbacks, ...webhooks];
}
