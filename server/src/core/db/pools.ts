import { type Client, type DatabaseAccess, openClient } from './client.ts';
import { DatabaseUnavailableError, isConnectionFailure, OverloadedError, translateError } from './errors.ts';
import { prepareForDrizzle, withHandle } from './handle.ts';

export type PoolsOptions = {
  access: DatabaseAccess;
  /** Connections that all regencies' pools together may hold in this process. */
  budget: number;
  /** Connections per regency. */
  connectionsPerTenant: number;
  /** Seconds until an unused connection is closed. */
  idleSeconds: number;
  /** How long a regency waits for room in the budget, in milliseconds. */
  waitMs: number;
  /** Uses of one regency at a time, waiting ones included; more are refused. */
  maxUsesPerTenant: number;
  /** Shown in pg_stat_activity: `api:t_lebak`. */
  applicationName: string;
};

type Pool = { role: string; client: Client; uses: number };
type Waiter = { wake: () => void };

export type PoolStatistics = { pools: number; connections: number; budget: number; uses: number; waiting: number };

export type Pools = {
  /** Lends the pool of one login to `fn`; it is not closed before `fn` ends. */
  use<T>(role: string, fn: (client: Client) => Promise<T>): Promise<T>;
  /** Closes the pool of one login once it is idle, e.g. before its role is dropped. */
  forget(role: string): Promise<void>;
  statistics(): PoolStatistics;
  /** Ends all connections; uses in progress get `graceSeconds` to finish. */
  close(graceSeconds?: number): Promise<void>;
};

/** Seconds an idle pool gets to say goodbye to the server. */
const farewellSeconds = 5;

/**
 * One small pool per regency, each logged in as that regency, the least recently used idle ones closed when the budget
 * is spent. This is the only place that opens regencies' connections.
 */
export function createPools(options: PoolsOptions): Pools {
  // A Map keeps the order of insertion: a pool is put last again at each use, so the first idle one is the oldest.
  const pools = new Map<string, Pool>();
  const waiters: Waiter[] = [];
  const capacity = Math.max(1, Math.floor(options.budget / options.connectionsPerTenant));
  let held = 0;
  let closed = false;

  function wakeOne() {
    waiters.shift()?.wake();
  }

  function open(role: string): Pool {
    const client = openClient(options.access, role, {
      max: options.connectionsPerTenant,
      idleSeconds: options.idleSeconds,
      applicationName: `${options.applicationName}:${role}`,
    });
    prepareForDrizzle(client);
    const pool = { role, client, uses: 1 };
    pools.set(role, pool);
    held += 1;
    return pool;
  }

  async function end(pool: Pool): Promise<void> {
    if (pools.get(pool.role) === pool) pools.delete(pool.role);
    try {
      await pool.client.end({ timeout: farewellSeconds });
    } finally {
      held -= 1;
      wakeOne();
    }
  }

  function oldestIdle(): Pool | undefined {
    for (const pool of pools.values()) if (pool.uses === 0) return pool;
    return undefined;
  }

  async function waitForRoom(until: number): Promise<void> {
    const left = until - Date.now();
    if (left <= 0) throw new OverloadedError('No database connection became free in time');
    await new Promise<void>((resolve) => {
      const waiter = { wake: () => finish() };
      const timer = setTimeout(() => finish(), left);
      function finish() {
        clearTimeout(timer);
        const index = waiters.indexOf(waiter);
        if (index >= 0) waiters.splice(index, 1);
        resolve();
      }
      waiters.push(waiter);
    });
  }

  async function acquire(role: string): Promise<Pool> {
    const until = Date.now() + options.waitMs;
    for (;;) {
      if (closed) throw new DatabaseUnavailableError('The database connections are closed');
      const existing = pools.get(role);
      if (existing !== undefined) {
        if (existing.uses >= options.maxUsesPerTenant) throw new OverloadedError(`Too many requests wait for ${role}`);
        pools.delete(role);
        pools.set(role, existing);
        // Counted before anything else runs, so that nobody finds the pool idle and ends it.
        existing.uses += 1;
        return existing;
      }
      if (held < capacity) return open(role);
      const idle = oldestIdle();
      // Ending takes a moment, in which another regency may take the room: hence the loop.
      if (idle !== undefined) await end(idle);
      else await waitForRoom(until);
    }
  }

  return {
    async use(role, fn) {
      const pool = await acquire(role);
      try {
        return await fn(pool.client);
      } finally {
        pool.uses -= 1;
        if (pool.uses === 0) wakeOne();
      }
    },
    async forget(role) {
      const pool = pools.get(role);
      if (pool !== undefined) await end(pool);
    },
    statistics: () => ({
      pools: held,
      connections: held * options.connectionsPerTenant,
      budget: options.budget,
      uses: [...pools.values()].reduce((sum, pool) => sum + pool.uses, 0),
      waiting: waiters.length,
    }),
    async close(graceSeconds = 5) {
      closed = true;
      for (const waiter of [...waiters]) waiter.wake();
      await Promise.all([...pools.values()].map((pool) => pool.client.end({ timeout: graceSeconds })));
      pools.clear();
      held = 0;
    },
  };
}

/**
 * One transaction on a client. Tried a second time only if `begin` itself failed, that is before `fn` ran at all: a
 * connection that died while it lay idle costs nobody an error.
 */
export async function transact<H, T>(client: Client, fn: (handle: H) => Promise<T>): Promise<T> {
  let started = false;
  const attempt = () =>
    client.begin((tx) => {
      started = true;
      return withHandle<H, T>(tx as unknown as Client, client.options, fn);
    }) as Promise<T>;
  try {
    return await attempt().catch((error: unknown) => {
      if (started || !isConnectionFailure(error)) throw error;
      return attempt();
    });
  } catch (error) {
    throw translateError(error);
  }
}

/** Statements on a client without a transaction. Never tried twice: `fn` may have done something already. */
export async function read<H, T>(client: Client, fn: (handle: H) => Promise<T>): Promise<T> {
  try {
    return await withHandle<H, T>(client, client.options, fn);
  } catch (error) {
    throw translateError(error);
  }
}
