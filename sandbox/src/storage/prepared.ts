// Compiles a query once for each kind of database, for the few queries that every request runs.
import type { CompiledQuery } from 'kysely';
import type { Queries, Storage } from './storage.ts';

class Blank {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Stands for a value that is known only when the query runs. */
export type FillIn<Values> = <Name extends keyof Values & string>(name: Name) => Values[Name];

/** Runs a compiled query at once; undefined when it has to wait its turn like any other. */
export type ShortCut = (text: string, parameters: readonly unknown[]) => unknown[] | undefined;

/** The connections that can run a query without a detour through the builder's own queue. */
export const shortCuts = new WeakMap<Queries, ShortCut>();

/**
 * Prepares a query whose values are filled in later.
 * @param build makes the query, with `value('name')` in the place of each value.
 * @returns a function that runs it on a connection or inside a unit of work and gives its rows.
 */
export function prepared<Values, Row>(
  build: (db: Queries, value: FillIn<Values>) => { compile: () => CompiledQuery<Row> },
): (kind: Storage['kind'], db: Queries, values: Values) => Promise<Row[]> {
  const compiled = new Map<Storage['kind'], CompiledQuery<Row>>();
  const value: FillIn<Values> = (name) => new Blank(name) as never;
  return async (kind, db, values) => {
    let query = compiled.get(kind);
    if (!query) {
      query = build(db, value).compile();
      compiled.set(kind, query);
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Blank ? values[parameter.name as keyof Values] : parameter,
    );
    const rows = shortCuts.get(db)?.(query.sql, parameters) as Row[] | undefined;
    return rows ?? (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}
