// The areas of the API (its tags) with everything in them, as the plain reference and the search list them.

import { type ContractDocument, type Operation, operationsOf } from '../../../foundation/reader/document.ts';
import { escaped } from '../../../foundation/reader/pointers.ts';

interface PlacedOperation {
  /** A path of the API, or the name of an event. */
  path: string;
  method: string;
  /** The JSON pointer to the operation. */
  pointer: string;
  operation: Operation;
  kind: 'operation' | 'webhook';
}

export interface Area {
  /** The tag, which is the same in each language. */
  tag: string;
  /** Its name in addresses. */
  slug: string;
  title: string;
  description: string;
  operations: PlacedOperation[];
}

interface Tag {
  name: string;
  description: string;
  'x-displayName': string;
}

/** The areas in the order of the contract's tags. */
export function areasOf(document: ContractDocument): Area[] {
  const all: PlacedOperation[] = [
    ...operationsOf(document).map((placed) => ({
      ...placed,
      pointer: `#/paths/${escaped(placed.path)}/${placed.method.toLowerCase()}`,
      kind: 'operation' as const,
    })),
    ...Object.entries(document.webhooks).map(([path, { post }]) => ({
      path,
      method: 'post',
      pointer: `#/webhooks/${escaped(path)}/post`,
      operation: post,
      kind: 'webhook' as const,
    })),
  ];
  return (document as unknown as { tags: Tag[] }).tags.map((tag) => ({
    tag: tag.name,
    slug: tag.name.toLowerCase().replaceAll(' ', '-'),
    title: tag['x-displayName'],
    description: tag.description,
    operations: all.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
}
