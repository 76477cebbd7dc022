// Every part of the files below the root is referenced from somewhere; what is not never reaches a reader.
import { parse } from 'yaml';
import { isTree } from '../follow.ts';
import type { Context, Location, Rule } from '../redocly.ts';

type Source = Location['source'];

export const nothingIsUnused: Rule = () => {
  const files = new Map<string, { source: Source; pointers: Set<string> }>();

  /** Pointers of parts to which no reference leads; a part is searched further only when references lead into it. */
  function unused(node: unknown, pointer: string, pointers: Set<string>): string[] {
    if (pointers.has(pointer) || !isTree(node)) return [];
    return Object.keys(node).flatMap((key) => {
      const child = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const isEntered = [...pointers].some((used) => used === child || used.startsWith(`${child}/`));
      return isEntered ? unused(node[key], child, pointers) : [child];
    });
  }

  function use(source: Source, pointer: string): void {
    const file = files.get(source.absoluteRef) ?? { source, pointers: new Set() };
    file.pointers.add(pointer.replace(/\/$/, ''));
    files.set(source.absoluteRef, file);
  }

  return {
    ref: {
      enter(node, context, resolved: { location?: Location }) {
        if (!resolved.location) return;
        use(resolved.location.source, resolved.location.pointer);
        // A reference to a reference resolves to the end of the chain; its beginning in this file is used as well.
        if (node.$ref.startsWith('#')) use(context.location.source, node.$ref);
      },
    },
    Root: {
      leave(_, context: Context) {
        for (const [path, { source, pointers }] of files) {
          if (path === context.location.source.absoluteRef) continue;
          for (const pointer of unused(parse(source.body), '#', pointers)) {
            context.report({
              message: `Nothing references ${pointer.slice(2)}. Reference it or remove it.`,
              location: { source, pointer },
            });
          }
        }
      },
    },
  };
};
