// Every x- extension is one that we know, stands where it may, and has its shape.
import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { isTree } from '../follow.ts';
import type { Rule } from '../redocly.ts';

const file = new URL('../extensions.schema.yaml', import.meta.url);

/** Compiles the validators, by extension and by the type of the node on which it may stand. */
function compileExtensions(): Map<string, Map<string, ValidateFunction>> {
  const ajv = new Ajv2020({ allErrors: true });
  ajv.addFormat('uri', (value: string) => URL.canParse(value));
  const schemas = parse(readFileSync(file, 'utf8')) as Record<string, Record<string, object>>;
  return new Map(
    Object.entries(schemas).map(([name, places]) => [
      name,
      new Map(Object.entries(places).map(([place, schema]) => [place, ajv.compile(schema)])),
    ]),
  );
}

/** One finding of Ajv as a clause. */
function explain({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'additionalProperties') return `does not know \`${params.additionalProperty}\``;
  if (keyword === 'enum') return `must be one of ${params.allowedValues.join(', ')}`;
  if (keyword === 'const') return `must be ${JSON.stringify(params.allowedValue)}`;
  return message ?? keyword;
}

let compiled: ReturnType<typeof compileExtensions> | undefined;

export const extensionsAreKnown: Rule = () => {
  compiled ??= compileExtensions();
  const extensions = compiled;
  return {
    any: {
      leave(node, context) {
        const prefix = context.type.extensionsPrefix;
        if (!prefix || !isTree(node)) return;
        for (const [name, value] of Object.entries(node)) {
          if (!name.startsWith(prefix)) continue;
          const location = context.location.child(name);
          const places = extensions.get(name);
          const validate = places?.get(context.type.name);
          if (!places) {
            const known = [...extensions.keys()].join(', ');
            context.report({
              message: `Nobody knows the extension ${name}. Describe it in openapi/lint/extensions.schema.yaml and openapi/README.md, or use one of ${known}.`,
              location: location.key(),
            });
          } else if (!validate) {
            context.report({
              message: `${name} stands on ${[...places.keys()].join(', ')} only, not on ${context.type.name}.`,
              location: location.key(),
            });
          } else {
            const target = isTree(value) && value.$ref ? context.resolve(value) : { node: value, location };
            if (!target.location || validate(target.node)) continue;
            for (const error of validate.errors ?? []) {
              const segments = [
                ...error.instancePath.split('/').slice(1),
                ...(error.params.additionalProperty ? [error.params.additionalProperty] : []),
              ];
              context.report({
                message: `${name}${error.instancePath} ${explain(error)}. Its shape stands in openapi/lint/extensions.schema.yaml.`,
                location: segments.length > 0 ? target.location.child(segments) : target.location,
              });
            }
          }
        }
      },
    },
  };
};
