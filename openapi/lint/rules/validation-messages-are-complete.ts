// Every way in which a request can break a rule has its message.
import { follow, followChild, followEach, followItems, isTree, type Tree } from '../follow.ts';
import { eachOperation, jsonOf, parametersOf } from '../operations.ts';
import type { Context, Placed, Rule } from '../redocly.ts';

/** The keywords of JSON Schema that can refuse a value. */
const refusing = [
  'type',
  'enum',
  'const',
  'multipleOf',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'required',
  'dependentRequired',
];

/** The names of the messages that a schema needs itself, without those below it. */
function messagesOf(schema: Tree): string[] {
  const names = refusing.filter((keyword) => keyword in schema);
  if (schema.additionalProperties === false || schema.unevaluatedProperties === false) {
    names.push('additionalProperties');
  }
  const isMoney = schema['x-unit'] === 'rial';
  return names.map((name) => (isMoney && /^(minimum|maximum)$/.test(name) ? `${name}_rial` : name));
}

export const validationMessagesAreComplete: Rule = () => {
  const needed = new Map<string, Placed<Tree>>();
  const walked = new Set<Tree>();

  function need(name: string, place: Placed<Tree>): void {
    if (!needed.has(name)) needed.set(name, place);
  }

  function walk(context: Context, schema: Placed<Tree> | undefined): void {
    if (!schema || walked.has(schema.node)) return;
    walked.add(schema.node);
    for (const name of messagesOf(schema.node)) need(name, schema);
    for (const [, child] of followEach(context, followChild(context, schema, 'properties'))) {
      walk(context, child);
    }
    for (const keyword of ['items', 'additionalProperties', 'propertyNames']) {
      walk(context, followChild(context, schema, keyword));
    }
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      for (const member of followItems(context, schema, keyword)) walk(context, member);
    }
  }

  const visitor = eachOperation((operation, context) => {
    const body = followChild(context, operation, 'requestBody');
    const json = body && jsonOf(context, body);
    walk(context, json && followChild(context, json, 'schema'));
    for (const parameter of parametersOf(context, operation)) {
      const { required, 'x-required-by-any-name': byAnyName } = parameter.node;
      if (required || byAnyName) need('required', parameter);
      const dateRule: unknown = parameter.node['x-date-rule'];
      for (const rule of isTree(dateRule) ? Object.keys(dateRule) : []) need(rule, parameter);
      walk(context, followChild(context, parameter, 'schema'));
    }
  });
  return {
    ...visitor,
    Root: {
      ...visitor.Root,
      leave(root, context: Context) {
        const name = 'x-validation-messages';
        const messages = follow(context, root[name], context.location.child(name));
        if (!isTree(messages?.node)) return;
        for (const [rule, place] of needed) {
          if (rule in messages.node) continue;
          context.report({
            message: `A request can be refused by \`${rule}\` here, but x-validation-messages has no message for it. Add \`${rule}\` there.`,
            location: place.location.key(),
          });
        }
      },
    },
  };
};
