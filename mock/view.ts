// The contract as the mock serves it: without what a mock cannot do truthfully.
import {
  type ContractDocument,
  isDemanded,
  type Parameter,
  type Response,
} from '../foundation/reader/document.ts';

/**
 * Prism would send every callback at once, by POST and by GET, before anybody paid; so the mock has none.
 * Headers that depend on the caller's terminal (signatures, a rotated token) would be invented; so they are
 * left out, except those of the rate limit. What may come by another name as well is simply required: the server
 * gives it its own name before Prism looks.
 * @returns a copy of the document without callbacks, webhooks and such headers.
 */
export function mockView(document: ContractDocument): ContractDocument {
  const view = structuredClone(document);
  const conditions = view.components.headers as Record<string, { 'x-present-when'?: string }>;
  const isInvented = (header: object) => {
    const name = '$ref' in header ? String(header.$ref).split('/').at(-1) : undefined;
    const condition = (name ? conditions[name] : (header as { 'x-present-when'?: string }))?.[
      'x-present-when'
    ];
    return condition !== undefined && condition !== 'rate-limited';
  };
  const clean = (response: Response | { $ref: string }) => {
    if (!('headers' in response) || !response.headers) return;
    for (const [name, header] of Object.entries(response.headers)) {
      if (isInvented(header)) delete response.headers[name];
    }
  };
  for (const item of Object.values(view.paths)) {
    for (const operation of Object.values(item)) {
      delete operation.callbacks;
      Object.values(operation.responses).forEach(clean);
    }
  }
  Object.values(view.components.responses as Record<string, Response>).forEach(clean);
  for (const parameter of Object.values((view.components.parameters ?? {}) as Record<string, Parameter>)) {
    parameter.required = isDemanded(parameter);
  }
  return { ...view, webhooks: {} };
}
