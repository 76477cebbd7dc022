// The strict contract as a general judge can use it: without what such a tool cannot do or cannot know.
import {
  type ContractDocument,
  type Example,
  type MediaType,
  operationsOf,
  type Parameter,
  type Response,
  resolve,
} from '../../../foundation/reader/document.ts';
import { idempotency, sandbox, signing } from '../../../generated/facts.ts';
import strict from '../../../generated/strict.en.json' with { type: 'json' };

interface Adapted extends Omit<Response, 'content'> {
  content?: Record<string, MediaType & { examples: Record<string, Example> }>;
  links?: Record<string, { $ref: string }>;
}

/** Headers that no general tool can fill in: it does not sign, and it does not know that two names are one. */
const beyondTools: string[] = [
  signing.request.signature_header,
  signing.request.timestamp_header,
  idempotency.alias,
];

/** An example with no amount above the maximum of the target. */
function within(maximum: number, value: unknown): unknown {
  const { amount } = value as { amount?: unknown };
  return typeof amount === 'number' && amount > maximum ? { ...(value as object), amount: maximum } : value;
}

/**
 * @param maximum the largest amount of a payment that the target takes, in rials; that of the sandbox when not given.
 * @returns the strict contract with the key in its one required name, without signatures, callbacks, events and
 *   catalogues of our own, and with that maximum.
 */
export function judgedDocument(maximum: number = sandbox.amount_maximum): ContractDocument {
  const contract = strict as unknown as ContractDocument;
  const document = structuredClone(contract);
  for (const name of Object.keys(document)) {
    if (name.startsWith('x-')) delete document[name as `x-${string}`];
  }
  document.webhooks = {};
  Object.assign(document.components.schemas.Amount as object, { maximum });
  for (const { operation } of operationsOf(document)) {
    delete operation.callbacks;
    operation.parameters = (operation.parameters ?? [])
      .map((parameter) => structuredClone(resolve<Parameter>(contract, parameter as Parameter)))
      .filter(({ name }) => !beyondTools.includes(name))
      .map((parameter) =>
        parameter['x-required-by-any-name'] === true ? { ...parameter, required: true } : parameter,
      );
    for (const { examples = {} } of Object.values(operation.requestBody?.content ?? {})) {
      for (const [name, example] of Object.entries(examples)) {
        const { value, ...rest } = resolve<Example>(contract, example);
        examples[name] = { ...rest, value: within(maximum, value) };
      }
    }
  }
  return document;
}

/**
 * Pairs the examples of requests and answers by name, as Specmatic wants them: each example of a request with the answer of
 * success, and where a request has one example and the answer several, each of those with that request.
 * Answers that come of a state, a credential or chance have no request that could be named after them; they are left out.
 */
export function pairedDocument(document: ContractDocument): ContractDocument {
  const paired = structuredClone(document);
  // Specmatic takes what a member of allOf says of an object for all of it, where it only narrows the envelope.
  const { properties } = paired.components.schemas.ErrorMalformedBody?.allOf?.[1]?.properties?.error ?? {};
  Object.assign(properties ?? {}, { details: { $ref: '#/components/schemas/ErrorDetails' } });
  for (const { operation } of operationsOf(paired)) {
    const parameters = (operation.parameters ?? []) as Parameter[];
    const [body] = Object.values(operation.requestBody?.content ?? {});
    const requests = Object.keys(body?.examples ?? {});
    let names = requests;
    for (const [status, answer] of Object.entries(operation.responses)) {
      const response = structuredClone(resolve<Response>(document, answer as Response)) as Adapted;
      operation.responses[status] = response as Response;
      for (const media of Object.values(response.content ?? {})) {
        if (!status.startsWith('2')) {
          media.examples = {};
          continue;
        }
        const answers = Object.entries(media.examples);
        const [first] = answers;
        if (!first) continue;
        // A request says nothing of which answer it will get: the first stands for all of them.
        if (requests.length > 0) {
          media.examples = Object.fromEntries(requests.map((name) => [name, resolve(document, first[1])]));
        } else {
          names = answers.map(([name]) => name);
          media.examples = Object.fromEntries(answers.map(([name, one]) => [name, resolve(document, one)]));
        }
      }
    }
    for (const parameter of parameters) {
      const { example, ...rest } = parameter as Parameter & { example?: unknown };
      if (example === undefined) continue;
      for (const key of Object.keys(parameter)) delete parameter[key];
      Object.assign(parameter, rest, {
        examples: Object.fromEntries(names.map((name) => [name, { value: example }])),
      });
    }
  }
  return paired;
}
