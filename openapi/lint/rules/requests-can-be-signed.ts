// Every signed part of the API documents the headers that carry a request's signature.
import { eachOperation, factOf, parametersOf } from '../operations.ts';
import type { Rule } from '../redocly.ts';

export const requestsCanBeSigned: Rule = () =>
  eachOperation((operation, context) => {
    const { endpoint_prefix, signature_header, timestamp_header } =
      factOf(context, operation.root, 'x-signing').request ?? {};
    if (!operation.needsToken || !operation.path.startsWith(endpoint_prefix)) return;
    const documented = parametersOf(context, operation).flatMap(({ node }) =>
      node.in === 'header' ? [node.name] : [],
    );
    for (const header of [signature_header, timestamp_header]) {
      if (documented.includes(header)) continue;
      context.report({
        message: `${operation.node.operationId} can be signed, but does not take ${header}. Reference it from common/parameters.yaml under \`parameters\`.`,
        location: operation.location.key(),
      });
    }
  });
