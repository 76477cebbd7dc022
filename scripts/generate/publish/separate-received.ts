// Gives a schema that requests and answers share a second name for answers, so that each can have its own rules.
import type { ContractDocument, Schema } from '../../../foundation/reader/document.ts';
import { type Role, schemasOf } from './places.ts';
import { onCopy } from './step.ts';

const components = '#/components/schemas/';

/** What the twin of a shared schema is called: `Amount` is sent, `ReceivedAmount` is read. */
const twinOf = (name: string) => `Received${name}`;

/** Where the rules of a schema stand originally: for a twin that is the schema that it was made of. */
export function originOf({ components: { schemas } }: ContractDocument, pointer: string): string {
  const [, name = '', rest = ''] = /^#\/components\/schemas\/Received([^/]+)(.*)$/.exec(pointer) ?? [];
  return schemas[name] ? `${components}${name}${rest}` : pointer;
}

/** Keywords that say nothing about which values are valid. */
const harmless = new Set(['type', 'format', 'description', 'example', 'examples', 'default', 'deprecated']);

/** Whether a schema demands more of a value than its type; the twin of one that does not would be the same. */
const demands = (schema: Schema) =>
  Object.keys(schema).some((keyword) => !harmless.has(keyword) && !keyword.startsWith('x-'));

/** Components stay in their order; a twin follows its original. */
export const separateReceived = onCopy((document) => {
  const named = (role: Role) =>
    new Set(schemasOf(document, role).flatMap(({ node }) => (node.$ref ? [node.$ref] : [])));
  const sent = named('sent');
  const twins = new Map<string, string>();
  document.components.schemas = Object.fromEntries(
    Object.entries(document.components.schemas).flatMap(([name, schema]) => {
      const reference = components + name;
      if (!sent.has(reference) || !named('received').has(reference) || !demands(schema))
        return [[name, schema]];
      const twin = twinOf(name);
      if (document.components.schemas[twin]) {
        throw new Error(`The name ${twin} is needed for answers that have ${name}: rename that schema.`);
      }
      twins.set(reference, components + twin);
      return [
        [name, schema],
        [twin, structuredClone(schema)],
      ];
    }),
  );
  // What is sent keeps referring to the originals. A twin is reached only through what has been redirected, so this
  // goes on until nothing is left.
  const kept = new Set(schemasOf(document, 'sent').map(({ pointer }) => pointer));
  const stale = () =>
    schemasOf(document, 'received').filter(
      ({ node, pointer }) => twins.has(node.$ref ?? '') && !kept.has(pointer),
    );
  for (let nodes = stale(); nodes.length > 0; nodes = stale()) {
    for (const { node } of nodes) node.$ref = twins.get(node.$ref as string) as string;
  }
});
