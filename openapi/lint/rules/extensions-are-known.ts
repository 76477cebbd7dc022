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

/** A mark inside a fact: an extension on an extension. */
interface Mark {
  name: string;
  path: string[];
  value: unknown;
}

/** A fact without the marks on it and in it, which are put into the list. */
function withoutMarks(
  value: unknown,
  isMark: (name: string) => boolean,
  marks: Mark[],
  path: string[] = [],
): unknown {
  if (!isTree(value)) return value;
  const kept = Object.entries(value).flatMap(([key, child]) => {
    if (!isMark(key)) return [[key, withoutMarks(child, isMark, marks, [...path, key])]];
    marks.push({ name: key, path: [...path, key], value: child });
    return [];
  });
  return Object.fromEntries(kept);
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
            if (!target.location) continue;
            const marks: Mark[] = [];
            const isMark = (key: string) => extensions.get(key)?.has('Fact') ?? false;
            const isFact = context.type.name === 'Root' && !isMark(name);
            const bare = isFact ? withoutMarks(target.node, isMark, marks) : target.node;
            const parts = [
              { name, path: [] as string[], value: bare, validate },
              ...marks.map((mark) => ({
                ...mark,
                validate: extensions.get(mark.name)?.get('Fact') as ValidateFunction,
              })),
            ];
            for (const part of parts) {
              if (part.validate(part.value)) continue;
              for (const error of part.validate.errors ?? []) {
                const segments = [
                  ...part.path,
                  ...error.instancePath.split('/').slice(1),
                  ...(error.params.additionalProperty ? [error.params.additionalProperty] : []),
                ];
                context.report({
                  message: `${part.name}${error.instancePath} ${explain(error)}. Its shape stands in openapi/lint/extensions.schema.yaml.`,
                  location: segments.length > 0 ? target.location.child(segments) : target.location,
                });
              }
            }
          }
        }
      },
    },
  };
};
