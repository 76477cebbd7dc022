// Finds for every operation the request of the flows that shows it best, and gives it the document's example answers.
import {
  type ContractDocument,
  type Example,
  type Response,
  resolve,
} from '../../../foundation/reader/document.ts';
import type { Flow, Request } from './flows.ts';

export interface SavedAnswer {
  name: string;
  status: number;
  description: string;
  type: string;
  body: string;
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

function answersOf(request: Request, document: ContractDocument): SavedAnswer[] {
  return Object.entries(request.called?.operation.responses ?? {}).flatMap(([status, node]) => {
    const response = resolve<Response>(document, node);
    return Object.entries(response.content ?? {}).flatMap(([type, { examples = {} }]) =>
      Object.values(examples).map((example) => {
        const { summary, value } = resolve<Example>(document, example);
        return {
          name: `${status} ${summary}`,
          status: Number(status),
          description: response.description,
          type,
          body: asText(value),
        };
      }),
    );
  });
}

/** Whether a request is meant to succeed. */
const expectsSuccess = ({ checks }: Request) =>
  checks.some(
    (check) =>
      check.kind === 'compare' &&
      check.left.kind === 'status' &&
      check.right.kind === 'literal' &&
      Number(check.right.value) < 400,
  );

/** The example answers of every operation, at the first request of the flows that calls it and succeeds. */
export function savedAnswers(flows: Flow[], document: ContractDocument): Map<Request, SavedAnswer[]> {
  const shown = new Set<string>();
  const answers = new Map<Request, SavedAnswer[]>();
  for (const request of flows.flatMap(({ requests }) => requests)) {
    const id = request.called?.operation.operationId;
    if (id === undefined || shown.has(id) || !expectsSuccess(request)) continue;
    shown.add(id);
    answers.set(request, answersOf(request, document));
  }
  return answers;
}
