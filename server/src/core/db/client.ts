import { makePgArray, parsePgArray } from 'drizzle-orm/pg-core/utils';
import postgres from 'postgres';
import type { Secrets } from '../secrets/index.ts';

/** Where the database listens. */
export type DatabaseAddress = {
  host: string;
  port: number;
  database: string;
  /** TLS to an external server, as postgres.js takes it. */
  ssl?: boolean | 'require' | 'prefer' | 'verify-full';
};

/** How this process reaches the database: its address, and the passwords of all logins. */
export type DatabaseAccess = {
  address: DatabaseAddress;
  secrets: Secrets;
  /** An external server's migrator has a name and a password of its own. */
  migratorUrl?: string;
};

/** A postgres.js client; only core/db, the queue and commands touch one directly. */
export type Client = postgres.Sql<Record<string, never>>;

/** Logins that only the worker and commands use, besides the regencies' own. */
export type ServiceRole = 'control' | 'migrator' | 'issuer' | 'stamper';

const arrayOids: [name: string, oid: number, item: (text: string) => unknown][] = [
  ['boolArray', 1000, (text) => text === 't'],
  ['int2Array', 1005, Number],
  ['int4Array', 1007, Number],
  ['textArray', 1009, String],
  ['varcharArray', 1015, String],
  ['int8Array', 1016, String],
  ['nameArray', 1003, String],
  ['uuidArray', 2951, String],
];

// The driver learns array types by a query that reads every type there is: 210 ms at each connect with 30,900 tables.
// These are all we use. Nested arrays and NULL items are not among them.
const types = Object.fromEntries(
  arrayOids.map(([name, oid, item]) => [
    name,
    {
      to: oid,
      from: [oid],
      serialize: (value: unknown) => (Array.isArray(value) ? makePgArray(value) : value),
      parse: (text: string) => parsePgArray(text).map((each) => item(String(each))),
    },
  ]),
);

export type ClientOptions = {
  max: number;
  /** Seconds after which an unused connection is closed; none by default. */
  idleSeconds?: number;
  applicationName: string;
  /** The server's notices, e.g. "schema does not exist, skipping"; dropped unless given. */
  onNotice?: (notice: postgres.Notice) => void;
};

function baseOptions(options: ClientOptions) {
  return {
    max: options.max,
    ...(options.idleSeconds === undefined ? {} : { idle_timeout: options.idleSeconds }),
    connect_timeout: 10,
    fetch_types: false,
    types,
    onnotice: options.onNotice ?? (() => undefined),
    connection: { application_name: options.applicationName },
  };
}

/** A client that logs in as `role` with its derived password. Nothing connects until the first query. */
export function openClient(access: DatabaseAccess, role: string, options: ClientOptions): Client {
  if (role === 'migrator' && access.migratorUrl !== undefined) return openUrl(access.migratorUrl, options);
  const { host, port, database, ssl } = access.address;
  return postgres({
    host,
    port,
    database,
    ...(ssl === undefined ? {} : { ssl }),
    user: role,
    password: access.secrets.password(role),
    ...baseOptions(options),
  }) as Client;
}

/** A client for a URL with its own name and password (superuser, external migrator). */
export function openUrl(url: string, options: ClientOptions): Client {
  return postgres(url, baseOptions(options)) as Client;
}

/** The address in a `postgres://` URL; `sslmode` is understood, name and password are ignored. */
export function addressFromUrl(url: string): DatabaseAddress {
  const parsed = new URL(url);
  const mode = parsed.searchParams.get('sslmode');
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (database === '') throw new Error('The database URL names no database');
  return {
    host: decodeURIComponent(parsed.hostname),
    port: parsed.port === '' ? 5432 : Number(parsed.port),
    database,
    ...(mode === 'require' || mode === 'prefer' || mode === 'verify-full' ? { ssl: mode } : {}),
  };
}

/** `"name"` for SQL text that takes no parameters, such as role and schema names. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** `'text'` for SQL text that takes no parameters, such as a role's password. */
export function quoteText(text: string): string {
  if (text.includes('\\')) throw new Error('A backslash has no place in quoted SQL text');
  return `'${text.replaceAll("'", "''")}'`;
}
