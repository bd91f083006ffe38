import pg from 'pg';
import type { DatabaseAccess } from '../db/client.ts';
import type { PlatformTx, TenantTx } from '../tenancy/index.ts';
import type { Log } from './job.ts';
import { add } from './outbox.ts';

/** The channel that the relay tells of changes on. Any login may notify here: hints only, never trusted. */
export const eventChannel = 'madangan_events';

/** Something changed: whoever shows it asks again. Never content. */
export type ChangeHint = {
  /** Whose office; null for the console. */
  tenant: string | null;
  /** What changed, such as `letters`, `jobs`, `platform`; `resync` after hints may have been missed. */
  topic: string;
  /** Whom it concerns; without people and positions, everyone of the office. */
  personIds?: string[];
  positionIds?: string[];
  /** Which one, such as a letter's id. */
  id?: string;
};

/** What the causing transaction says. */
export type Change = Omit<ChangeHint, 'tenant'> & {
  /** Only in a platform transaction: the regency whose people should hear it. */
  tenant?: string;
};

/**
 * Tells every API process of a change, once the transaction has committed.
 * @param change topic: lower-case words joined by hyphens
 */
export async function publish(tx: TenantTx | PlatformTx, change: Change): Promise<void> {
  await add(tx, `event.${change.topic}`, change);
}
export const events = { publish };

/** Bytes that PostgreSQL carries in one notice, less than 8,000. */
const maxNoticeBytes = 7_800;

/** What goes into the notice; too long a list of people becomes a hint to everyone. */
export function encodeHint(hint: ChangeHint): string {
  const whole = JSON.stringify(hint);
  if (Buffer.byteLength(whole) <= maxNoticeBytes) return whole;
  return JSON.stringify({ tenant: hint.tenant, topic: hint.topic, ...(hint.id ? { id: hint.id } : {}) });
}

export type EventHub = {
  /**
   * Calls `handler` for each change of one office (a slug), or of the console (null).
   * @returns how to stop
   */
  subscribe(tenant: string | null, handler: (hint: ChangeHint) => void): () => void;
  /** Resolves once it listens. */
  ready(): Promise<void>;
  close(): Promise<void>;
};

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

function decodeHint(text: string): ChangeHint | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('topic' in value) || typeof value.topic !== 'string')
    return null;
  const hint = value as Record<string, unknown> & { topic: string };
  return {
    tenant: typeof hint.tenant === 'string' ? hint.tenant : null,
    topic: hint.topic,
    ...(isStrings(hint.personIds) ? { personIds: hint.personIds } : {}),
    ...(isStrings(hint.positionIds) ? { positionIds: hint.positionIds } : {}),
    ...(typeof hint.id === 'string' ? { id: hint.id } : {}),
  };
}

/**
 * Listens on one connection of its own (login `control`) and fans out within the process. When the connection is lost it
 * connects again and tells all subscribers `resync`.
 */
export function createEventHub(access: DatabaseAccess, log: Log): EventHub {
  const handlers = new Map<string | null, Set<(hint: ChangeHint) => void>>();
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let missed = false;
  let markReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });

  function tell(handler: (hint: ChangeHint) => void, hint: ChangeHint): void {
    try {
      handler(hint);
    } catch (error) {
      log.warn({ err: error }, 'a subscriber of changes failed');
    }
  }

  function lost(which: pg.Client, error?: unknown): void {
    if (client !== which || closed) return;
    client = undefined;
    missed = true;
    if (error) log.warn({ err: error }, 'live updates are interrupted');
    // end() of a broken client may reject: it is gone either way.
    which.end().catch((cause: unknown) => log.debug({ err: cause }, 'closing a lost listener'));
    retry = setTimeout(() => void connect(), 500);
  }

  async function connect(): Promise<void> {
    const { host, port, database, ssl } = access.address;
    const next = new pg.Client({
      host,
      port,
      database,
      user: 'control',
      password: access.secrets.password('control'),
      application_name: 'events',
      keepAlive: true,
      ...(ssl && ssl !== 'prefer' ? { ssl: ssl === 'verify-full' ? true : { rejectUnauthorized: false } } : {}),
    });
    client = next;
    next.on('error', (error) => lost(next, error));
    next.on('end', () => lost(next));
    next.on('notification', ({ payload }) => {
      const hint = payload ? decodeHint(payload) : null;
      if (hint) for (const handler of handlers.get(hint.tenant) ?? []) tell(handler, hint);
    });
    try {
      await next.connect();
      await next.query(`listen ${eventChannel}`);
    } catch (error) {
      lost(next, error);
      return;
    }
    markReady();
    if (!missed) return;
    missed = false;
    for (const [tenant, each] of handlers) for (const handler of each) tell(handler, { tenant, topic: 'resync' });
  }

  void connect();
  return {
    subscribe(tenant, handler) {
      const own = handlers.get(tenant) ?? new Set();
      handlers.set(tenant, own.add(handler));
      return () => {
        own.delete(handler);
        if (own.size === 0 && handlers.get(tenant) === own) handlers.delete(tenant);
      };
    },
    ready: () => ready,
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
