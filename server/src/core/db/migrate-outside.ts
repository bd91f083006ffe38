import { type Client, quoteName, quoteText } from './client.ts';
import { isInBatches, type Migration, statementsOf } from './migrations.ts';

/**
 * Building an index concurrently waits for every older transaction of the database, such as the other lane's, and
 * keeps nobody from reading or writing meanwhile.
 */
const concurrentLockTimeout = '60s';
/** Other runs wait so long, in steps of `pauseMs`, while one run has a regency in hand. */
const patienceMs = 120_000;
const pauseMs = 250;

/**
 * Applies a file that runs outside a transaction: statement by statement, each with its own lock timeout, those marked
 * as batches until they find nothing more. What an interrupted run left is taken up: an index that was not finished is
 * removed and built anew, finished ones stay. If another run has applied the file meanwhile, nothing is done.
 * @param lockTimeout of every statement but those that build concurrently
 * @throws what a statement throws; or that another run has the regency in hand
 */
export async function applyOutsideTransaction(
  client: Client,
  role: string,
  migration: Migration,
  lockTimeout: string,
): Promise<void> {
  const lock = `hashtext('madangan migration'), hashtext(${quoteText(role)})`;
  await claim(client, role, lock);
  try {
    const before = migration.version - 1;
    const still = await client.unsafe(
      `select from platform.tenants where role = ${quoteText(role)} and schema_version = ${before}`,
    );
    if (still.length === 0) return;
    await client.unsafe(`set search_path = ${quoteName(role)}; set lock_timeout = '${concurrentLockTimeout}'`).simple();
    await dropUnfinishedIndexes(client, role);
    for (const statement of statementsOf(migration)) {
      const waits = /\bconcurrently\b/i.test(statement) ? concurrentLockTimeout : lockTimeout;
      await client.unsafe(`set lock_timeout = '${waits}'`);
      let { count } = await client.unsafe(statement);
      while (isInBatches(statement) && count > 0) ({ count } = await client.unsafe(statement));
    }
    await client.unsafe(
      `update platform.tenants set schema_version = ${migration.version} where role = ${quoteText(role)} and schema_version = ${before}`,
    );
  } finally {
    await client.unsafe(`reset search_path; reset lock_timeout; select pg_advisory_unlock(${lock})`).simple();
  }
}

/**
 * Two runs at once on one regency would drop each other's half-built indexes. Asked for again and again rather than
 * waited for: whoever waits in the database holds a snapshot, for which the other's build would wait in turn.
 */
async function claim(client: Client, role: string, lock: string): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const [row] = await client.unsafe<{ got: boolean }[]>(`select pg_try_advisory_lock(${lock}) as got`);
    if (row?.got) return;
    if (Date.now() > until) throw new Error(`another run has had ${role} in hand for ${patienceMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

async function dropUnfinishedIndexes(client: Client, role: string): Promise<void> {
  const rows = await client.unsafe<{ name: string }[]>(`select c.relname as name from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${quoteText(role)} and not i.indisvalid`);
  for (const { name } of rows) await client.unsafe(`drop index concurrently ${quoteName(name)}`);
}
