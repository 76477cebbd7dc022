// Chooses cases by a part of their name, and knows which names come near to one that there is not.
import MiniSearch from 'minisearch';
import { Unjudgeable } from './unjudgeable.ts';

/** As many names as can be read at a glance. */
const shown = 5;

export interface Selection {
  /** Whether a case is to run; its name is remembered. */
  isWanted: (name: string) => boolean;
  /** @throws Unjudgeable with the names that come near when cases were offered and none was wanted. */
  mustHaveFound: () => void;
}

/** The names that a misspelt one may have meant, the likeliest first. */
function near(wanted: string, names: string[]): string[] {
  const index = new MiniSearch({ fields: ['name'], storeFields: ['name'] });
  index.addAll(names.map((name, id) => ({ id, name })));
  const found = index.search(wanted, { fuzzy: 0.3, prefix: true });
  return found.slice(0, shown).map(({ name }) => name as string);
}

/** @param only a part of the names that are wanted, in any case; everything when it is not given. */
export function selectionOf(only = ''): Selection {
  const wanted = only.toLowerCase();
  const refused = new Set<string>();
  let found = false;
  return {
    isWanted: (name) => {
      const matches = name.toLowerCase().includes(wanted);
      if (matches) found = true;
      else refused.add(name);
      return matches;
    },
    mustHaveFound: () => {
      if (found || refused.size === 0) return;
      const names = near(only, [...refused]);
      const hint = names.length > 0 ? names : [...refused].slice(0, shown);
      throw new Unjudgeable(
        [
          `No case has a name that contains "${only}". ${names.length > 0 ? 'These come near' : 'Some that there are'}:`,
          ...hint.map((name) => `  --only "${name}"`),
        ].join('\n'),
      );
    },
  };
}
