// Gives the clients names for the values of open lists: the types stay open, and nobody has to type a value by hand.
import type { ContractDocument, Schema } from '../../../foundation/reader/document.ts';
import { screaming } from '../publish/name-codes.ts';
import { pascal } from '../publish/name-objects.ts';
import { catalogueExtension } from '../publish/one-envelope.ts';
import { knownValues } from '../publish/open-lists.ts';
import { replaceOnce } from './splice.ts';

interface KnownList {
  name: string;
  description: string;
  members: { name: string; value: string | number }[];
}

/** The lists whose values have names: those of texts, and the codes of errors, which are named in the catalogue. */
function listsOf(document: ContractDocument): KnownList[] {
  const catalogue = document[catalogueExtension] as Record<string, { code: number }>;
  const codes = Object.entries(catalogue).map(([name, { code }]) => ({
    name: name.replace(/^Error/, ''),
    value: code,
  }));
  const { schemas } = document.components;
  const texts = Object.entries(schemas).flatMap(([name, schema]) =>
    // What is also sent has a closed list of its own, with the same names.
    schema[knownValues] && schema.type === 'string' && !schemas[name.replace(/^Received/, '')]?.enum
      ? [
          {
            name,
            schema,
            members: (schema[knownValues] as string[]).map((value) => ({ name: value, value })),
          },
        ]
      : [],
  );
  const errorCode = {
    name: 'ErrorCode',
    schema: document.components.schemas.ErrorCode as Schema,
    members: codes,
  };
  return [...texts, errorCode].map(({ name, schema, members }) => ({
    name,
    description: String(schema.description),
    members,
  }));
}

const quoted = (value: string | number) => JSON.stringify(value);

function inPython(text: string, { name, description, members }: KnownList): string {
  const base = typeof members[0]?.value === 'number' ? 'int' : 'str';
  const constants = members.map((member) => `    ${screaming(member.name)} = ${quoted(member.value)}`);
  return replaceOnce(
    text,
    `\n${name} = ${base}\n`,
    `\n\nclass ${name}(${base}):\n    """${description}"""\n${constants.join('\n')}\n\n`,
  );
}

function inPhp(text: string, { name, description, members }: KnownList): string {
  const constants = members.map(
    (member) => `    public const ${screaming(member.name)} = ${quoted(member.value)};`,
  );
  const before = '\n/** The declared servers;';
  return replaceOnce(
    text,
    before,
    `\n/** ${name} — ${description} */\nfinal class ${name}\n{\n${constants.join('\n')}\n}\n${before}`,
  );
}

function inJava(text: string, { name, description, members }: KnownList): string {
  const type = typeof members[0]?.value === 'number' ? 'long' : 'String';
  const constants = members.map(
    (member) => `        public static final ${type} ${screaming(member.name)} = ${quoted(member.value)};`,
  );
  const before = '    /** The declared servers;';
  return replaceOnce(
    text,
    before,
    `    /** ${name} — ${description} */\n    public static final class ${name} {\n${constants.join('\n')}\n\n        private ${name}() {}\n    }\n\n${before}`,
  );
}

const printers: Record<string, (text: string, list: KnownList) => string> = {
  php: inPhp,
  python: inPython,
  java: inJava,
};

/** The generated text of a client with names for the known values. */
export const withKnownValues = (generator: string, text: string, document: ContractDocument): string =>
  listsOf(document).reduce((made, list) => printers[generator]?.(made, list) ?? made, text);

/** The same lists as C#, whose generator is ours. */
export const knownValuesInCsharp = (document: ContractDocument): string[] =>
  listsOf(document).map(({ name, description, members }) => {
    const type = typeof members[0]?.value === 'number' ? 'long' : 'string';
    const constants = members.map(
      (member) => `        public const ${type} ${pascal(member.name)} = ${quoted(member.value)};`,
    );
    const summary = description.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `    /// <summary>${summary}</summary>\n    public static class ${name}\n    {\n${constants.join('\n')}\n    }`;
  });
