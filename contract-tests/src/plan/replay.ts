// Every named example of the document as something to ask a mock for, or to send to it.
import { contract, operations } from '../contract/document.ts';
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

/** The names of what the gateway sends and nobody can ask for: callbacks and webhooks, with their examples. */
export function deliveredExamples(): { operation: string; examples: string[] }[] {
  const ofRequest = (body: { content: Record<string, { examples?: object }> } | undefined) =>
    Object.values(body?.content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {}));
  const callbacks = Object.values(contract.components.callbacks as Record<string, Record<string, object>>)
    .flatMap((callback) => Object.values(callback))
    .flatMap((item) => Object.values(item))
    .map((operation) => ({
      operation: operation.operationId as string,
      examples: [
        ...ofRequest(operation.requestBody),
        ...(operation.parameters ?? []).flatMap(({ examples }: { examples?: object }) =>
          Object.keys(examples ?? {}),
        ),
      ],
    }));
  const webhooks = Object.entries(contract.webhooks).map(([event, { post }]) => ({
    operation: event,
    examples: ofRequest(post.requestBody),
  }));
  return [...callbacks, ...webhooks];
}
