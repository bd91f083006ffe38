import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './core/paths.ts';

/** Wrong configuration: stops the start with this one line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** What each variable should be, for the one line that a mistake gets. */
const expectations: Record<string, string> = {
  PORT: 'a port from 1 to 65535',
  HOST: 'a host name or address to listen on',
  PUBLIC_URL: 'an http or https address without a path, such as https://madangan.example',
  DATABASE_URL: "the control plane's login, postgres://control:…@host:5432/database",
  MIGRATOR_URL: "the migrator's login, postgres://migrator:…@host:5432/database",
  MASTER_KEY: '32 bytes as 64 hexadecimal digits or as base64',
  MASTER_KEY_FILE: 'a readable file with 32 bytes as hexadecimal digits or base64',
  REDIS_URL: 'redis:// or rediss:// address',
  STORAGE_URL: 'file:/absolute/folder',
  SMTP_URL: 'smtp:// or smtps:// address',
  SMTP_BOUNCE_ADDRESS: 'an e-mail address with at most 10 characters before the @, such as bounce@madangan.example',
  DEMO: '0 or 1',
  DEMO_PASSWORD: 'at least 10 characters',
  TRUST_PROXY: 'addresses or networks of your proxies, separated by commas',
  METRICS_TOKEN: 'at least 16 characters',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace',
};

const envSchema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(1).max(65535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  MIGRATOR_URL: postgresUrl.optional(),
  MASTER_KEY: z.string().min(1).optional(),
  MASTER_KEY_FILE: z.string().min(1).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  STORAGE_URL: z
    .string()
    .regex(/^file:\/.+/)
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_BOUNCE_ADDRESS: z
    .email()
    .regex(/^[a-z0-9-]{1,10}@/i)
    .optional(),
  DEMO: flag.optional(),
  DEMO_PASSWORD: z.string().min(10).optional(),
  TRUST_PROXY: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});

export interface Config {
  production: boolean;
  host: string;
  port: number;
  /** Without a trailing slash. */
  publicUrl: string;
  /** Host name of `publicUrl`; regencies are single labels before it. */
  publicHost: string;
  /** Whether browsers reach us by https. */
  secure: boolean;
  dataDir: string;
  /** Absent: the embedded PostgreSQL. */
  database: { controlUrl: string; migratorUrl: string | undefined } | undefined;
  /** Absent: generated and kept under `dataDir`. */
  masterKey: Buffer | undefined;
  redisUrl: string | undefined;
  /** A local folder. */
  storageFolder: string;
  smtpUrl: string | undefined;
  /** Where delivery failures of letters come back to; each letter gets an address below it. */
  bounceAddress: string | undefined;
  demo: boolean;
  demoPassword: string | undefined;
  trustProxy: string[];
  metricsToken: string | undefined;
  logLevel: string;
}

const wrong = (name: string): ConfigError =>
  new ConfigError(`${name} is not usable: it should be ${expectations[name] ?? 'set differently'}.`);

function parseMasterKey(text: string, name: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
  if (key.length !== 32) throw wrong(name);
  return key;
}

function readMasterKey(env: z.infer<typeof envSchema>): Buffer | undefined {
  if (env.MASTER_KEY !== undefined) return parseMasterKey(env.MASTER_KEY, 'MASTER_KEY');
  if (env.MASTER_KEY_FILE === undefined) return undefined;
  try {
    return parseMasterKey(readFileSync(env.MASTER_KEY_FILE, 'utf8'), 'MASTER_KEY_FILE');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(wrong('MASTER_KEY_FILE').message, { cause: error });
  }
}

/**
 * Reads the environment (contract.md, "Environment"). Empty variables count as not set.
 * @throws ConfigError with one line that names the variable and what it should be
 */
export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = envSchema.safeParse(present);
  if (!parsed.success) throw wrong(String(parsed.error.issues[0]?.path[0] ?? 'The environment'));
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  const publicUrl = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`);
  if (publicUrl.pathname !== '/' || publicUrl.search !== '') throw wrong('PUBLIC_URL');
  const masterKey = readMasterKey(env);
  if (production && !masterKey) {
    throw new ConfigError(`MASTER_KEY or MASTER_KEY_FILE is required in production: ${expectations.MASTER_KEY}.`);
  }
  const dataDir = isAbsolute(env.DATA_DIR) ? env.DATA_DIR : join(projectRoot, env.DATA_DIR);
  return {
    production,
    host: env.HOST,
    port: env.PORT,
    publicUrl: publicUrl.origin,
    publicHost: publicUrl.hostname,
    secure: publicUrl.protocol === 'https:',
    dataDir,
    database:
      env.DATABASE_URL === undefined ? undefined : { controlUrl: env.DATABASE_URL, migratorUrl: env.MIGRATOR_URL },
    masterKey,
    redisUrl: env.REDIS_URL,
    storageFolder: env.STORAGE_URL?.replace(/^file:(\/\/)?/, '') ?? join(dataDir, 'files'),
    smtpUrl: env.SMTP_URL,
    bounceAddress: env.SMTP_BOUNCE_ADDRESS,
    demo: env.DEMO ?? (loopback.has(env.HOST) && !production),
    demoPassword: env.DEMO_PASSWORD,
    trustProxy: env.TRUST_PROXY?.split(',').map((each) => each.trim()) ?? [],
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL,
  };
}
