import { is, Placeholder, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { type AnyRead, clientOf } from './handle.ts';

type Mock = ReturnType<typeof drizzle.mock<Record<string, never>>>;

/** A Drizzle query that can be compiled: what `select`, `insert`, `update` and `delete` builders are. */
type Compilable<T> = {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<T> };
  toSQL(): { sql: string; params: unknown[] };
};

/** The statement's inputs, by name. */
type Placeholders<V> = { [K in keyof V & string]: Placeholder<K> };

/** A compiled query: runs on any handle, rows as Drizzle maps them. */
export type Statement<V, T> = ((handle: AnyRead, values: V) => Promise<T>) & {
  /** The SQL text and, for each of its parameters, the name of the input or a constant: what benchmarks repeat bare. */
  text(): { sql: string; parameters: ({ input: string } | { value: unknown })[] };
};

/**
 * Compiles a Drizzle query once, at its first run, and runs it as a prepared statement: building the query anew costs
 * about as much as running it. For hot reads.
 * ```ts
 * const listByState = statement((db, input: Inputs<{ state: string; limit: number }>) =>
 *   db.select({ id: letters.id }).from(letters).where(eq(letters.state, input.state)).limit(input.limit));
 * const rows = await listByState(read, { state: 'draft', limit: 20 });
 * ```
 * Inputs pass through the conversion of the column that they are compared with.
 */
export function statement<V extends Record<string, unknown>, T>(
  build: (db: Mock, input: Inputs<V>) => Compilable<T>,
): Statement<V, T> {
  let compiled: ReturnType<Compilable<T>['prepare']> | undefined;
  const run = (handle: AnyRead, values: V) => {
    compiled ??= build(drizzle.mock(), inputs<V>()).prepare('compiled');
    // Drizzle's prepared query reads its connection from the property `client`; a derived object swaps just that.
    const bound: typeof compiled = Object.create(compiled, { client: { value: clientOf(handle) } });
    return bound.execute(values);
  };
  return Object.assign(run, {
    text() {
      const { sql: text, params } = build(drizzle.mock(), inputs<V>()).toSQL();
      const parameters = params.map((each) => (is(each, Placeholder) ? { input: each.name } : { value: each }));
      return { sql: text, parameters };
    },
  });
}

/** Names the inputs of a statement and their types. */
export type Inputs<V> = Placeholders<V> & { readonly __values?: V };

function inputs<V>(): Inputs<V> {
  return new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) }) as Inputs<V>;
}
