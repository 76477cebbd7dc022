// A link leads to an operation that there is, gives it what it takes, and finds that in the examples of its own answer.
import { followChild, followEach, isTree, type Tree } from '../follow.ts';
import { answersOf, eachOperation, type GatewayOperation, jsonOf, parametersOf } from '../operations.ts';
import type { Context, Placed, Rule } from '../redocly.ts';

/** The values of all examples of a body. */
function examplesOf(context: Context, body: Placed<Tree> | undefined): unknown[] {
  const json = body && jsonOf(context, body);
  return followEach(context, json && followChild(context, json, 'examples')).map(
    ([, { node }]) => node.value,
  );
}

/** What stands in an example at a JSON pointer; no name of ours has anything to escape. */
const valueAt = (example: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, name) => (node as Tree | null | undefined)?.[name], example);

/** What a link says of one value: where it goes, and what it is. */
type Given = [place: string[], value: unknown];

export const linksLeadOn: Rule = () => {
  const operations: GatewayOperation[] = [];
  const visitor = eachOperation((operation) => operations.push(operation));

  function look(context: Context, from: GatewayOperation, answer: Placed<Tree>, link: Placed<Tree>): void {
    const { operationId, parameters = {}, requestBody } = link.node;
    const report = (message: string, ...place: string[]) =>
      context.report({ message, location: link.location.child(place) });
    const target = operations.find(({ node }) => node.operationId === operationId);
    if (!target) {
      report(`There is no operation ${operationId}. Name one by \`operationId\`.`, 'operationId');
      return;
    }

    const taken = parametersOf(context, target).map(({ node }) => node);
    for (const name of Object.keys(parameters)) {
      if (taken.some((one) => one.name === name || `${one.in}.${one.name}` === name)) continue;
      report(`${operationId} takes no parameter ${name}. Mend its name.`, 'parameters', name);
    }
    for (const { name } of taken.filter((one) => one.in === 'path')) {
      if (Object.hasOwn(parameters, name)) continue;
      report(`${operationId} cannot be called without ${name}. Add it to \`parameters\`.`, 'operationId');
    }

    const body = followChild(context, target, 'requestBody');
    const json = body && jsonOf(context, body);
    const schema = json && followChild(context, json, 'schema');
    const fields: Tree = isTree(requestBody) ? requestBody : {};
    for (const name of Object.keys(fields)) {
      if (Object.hasOwn(schema?.node.properties ?? {}, name)) continue;
      report(`The body of ${operationId} has no ${name}. Mend its name.`, 'requestBody', name);
    }

    const sources: Record<string, unknown[]> = {
      response: examplesOf(context, answer),
      request: examplesOf(context, followChild(context, from, 'requestBody')),
    };
    const given: Given[] = [
      ...Object.entries(parameters).map(([name, value]): Given => [['parameters', name], value]),
      ...Object.entries(fields).map(([name, value]): Given => [['requestBody', name], value]),
    ];
    for (const [place, value] of given) {
      const [, source = '', pointer = ''] = /^\$(request|response)\.body(#\/.+)$/.exec(String(value)) ?? [];
      if (sources[source]?.some((example) => valueAt(example, pointer) !== undefined)) continue;
      report(`${value} leads to nothing in any example of ${from.node.operationId}. Mend it.`, ...place);
    }
  }

  return {
    ...visitor,
    Root: {
      ...visitor.Root,
      leave(_: Tree, context: Context) {
        for (const operation of operations) {
          for (const [, answer] of answersOf(context, operation)) {
            for (const [, link] of followEach(context, followChild(context, answer, 'links'))) {
              look(context, operation, answer, link);
            }
          }
        }
      },
    },
  };
};
