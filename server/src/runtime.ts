import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createMail, type Mail } from './adapters/mail/index.ts';
import { createSigner } from './adapters/signing/index.ts';
import { createTypesetter } from './adapters/typesetting/index.ts';
import type { AppDeps } from './app.ts';
import { createAuthorities } from './authorities/index.ts';
import { type Config, ConfigError } from './config.ts';
import { systemClock } from './core/clock.ts';
import { addressFromUrl, type DatabaseAccess, type DatabaseAddress } from './core/db/client.ts';
import { createEventHub } from './core/queue/index.ts';
import { createSecrets, type Secrets } from './core/secrets/index.ts';
import { createFileStorage } from './core/storage/index.ts';
import { createTenancy } from './core/tenancy/index.ts';
import type { WorkerDeps } from './create-worker.ts';
import { createBounceAddresses } from './delivery/index.ts';
import { createDemoSeed } from './demo/index.ts';
import { createOfficeJobs } from './office-jobs.ts';
import { createOfficeServices, type ServiceDeps } from './services.ts';
import { findTenantRow } from './tenants/index.ts';

/** Reads a secret kept under the data directory, making it at the first start. Only this user may read it. */
function keptSecret(dataDir: string, name: string, make: () => string): { value: string; isNew: boolean } {
  const file = join(dataDir, name);
  if (existsSync(file)) return { value: readFileSync(file, 'utf8').trim(), isNew: false };
  const value = make();
  writeFileSync(file, `${value}\n`, { mode: 0o600, flag: 'wx' });
  return { value, isNew: true };
}

export function prepareDataDir(config: Config): void {
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(join(config.dataDir, '.writable'), '');
  } catch (error) {
    throw new ConfigError(
      `DATA_DIR ${config.dataDir} is not usable: it should be a folder that this user may write to.`,
      {
        cause: error,
      },
    );
  }
}

/** The secrets of this installation, all derived from the master key. */
export function openSecrets(config: Config): Secrets {
  const key =
    config.masterKey ??
    Buffer.from(keptSecret(config.dataDir, 'master-key', () => randomBytes(32).toString('hex')).value, 'hex');
  return createSecrets(key);
}

/** The demo's password, or null without a demo. A data directory that holds demo data does not start without one. */
export function demoPassword(config: Config): { value: string; isNew: boolean } | null {
  const kept = join(config.dataDir, 'demo-password');
  if (!config.demo) {
    if (existsSync(kept)) {
      throw new ConfigError(
        'DEMO is not usable: this DATA_DIR holds demo data, so it should be 1, or DATA_DIR another folder.',
      );
    }
    return null;
  }
  if (config.demoPassword !== undefined && !existsSync(kept)) {
    return { value: keptSecret(config.dataDir, 'demo-password', () => config.demoPassword ?? '').value, isNew: false };
  }
  return keptSecret(config.dataDir, 'demo-password', () => `demo-${randomBytes(6).toString('hex')}`);
}

/** Addresses that letters by e-mail come back to; none without SMTP_BOUNCE_ADDRESS. */
export const bounceAddresses = (config: Config, secrets: Secrets) =>
  config.bounceAddress === undefined
    ? undefined
    : createBounceAddresses(config.bounceAddress, secrets.key('mail-bounces'));

/** How to reach an external database. */
export function externalAccess(config: Config, secrets: Secrets): DatabaseAccess | undefined {
  if (!config.database) return undefined;
  const { controlUrl, migratorUrl } = config.database;
  return { address: addressFromUrl(controlUrl), secrets, ...(migratorUrl === undefined ? {} : { migratorUrl }) };
}

export const embeddedAccess = (address: DatabaseAddress, secrets: Secrets): DatabaseAccess => ({ address, secrets });

const demoSlugs = ['sumedang', 'lebak', 'sukabumi'];

/** Everything API and worker share in one process, and how to close it. */
export interface Runtime {
  app: AppDeps;
  worker: WorkerDeps;
  close(): Promise<void>;
}

export interface RuntimeOptions {
  config: Config;
  access: DatabaseAccess;
  demoPassword: string | null;
  /** `api`, `worker`, or both in one process. */
  roles: readonly ('api' | 'worker')[];
}

export function createRuntime({ config, access, demoPassword, roles }: RuntimeOptions): Runtime {
  const { secrets } = access;
  const logger = pino({
    level: config.logLevel,
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.passphrase', '*.token'],
  });
  const clock = systemClock;
  const tenancy = createTenancy({ access, applicationName: roles.includes('api') ? 'api' : 'worker' });
  const workerTenancy = roles.includes('worker')
    ? createTenancy({ access, applicationName: 'worker', connectionsPerTenant: 1, idleSeconds: 30, budget: 60 })
    : tenancy;
  const storage = createFileStorage(config.storageFolder);
  const threads = Math.max(1, Math.min(4, availableParallelism()));
  const typesetter = createTypesetter({ threads });
  const signer = createSigner({ threads });
  const authorities = createAuthorities({ tenancy, secrets, clock, demo: config.demo, publicUrl: config.publicUrl });
  const mail: Mail = createMail({
    smtpUrl: config.smtpUrl,
    folder: join(config.dataDir, 'mail'),
    publicUrl: config.publicUrl,
  });
  const hub = createEventHub(access, logger);
  const exportsFolder = join(config.dataDir, 'exports');

  const workerDeps: ServiceDeps = {
    tenancy: workerTenancy,
    clock,
    storage,
    typesetter,
    signer,
    authorities,
    secrets,
    publicUrl: config.publicUrl,
  };

  async function notReady(): Promise<string[]> {
    if (!config.demo) return [];
    const rows = await Promise.all(demoSlugs.map((slug) => tenancy.readPlatform((read) => findTenantRow(read, slug))));
    return demoSlugs.filter((_, index) => rows[index]?.status !== 'active');
  }

  return {
    app: {
      tenancy,
      secrets,
      clock,
      storage,
      typesetter,
      signer,
      authorities,
      hub,
      logger,
      publicUrl: config.publicUrl,
      publicHost: config.publicHost,
      secure: config.secure,
      trustProxy: config.trustProxy,
      metricsToken: config.metricsToken,
      demo: config.demo,
      exportsFolder,
      mailLeaves: mail.leaves,
      notReady,
    },
    worker: {
      access,
      tenancy: workerTenancy,
      redisUrl: config.redisUrl,
      storage,
      mail,
      clock,
      log: logger,
      authorities,
      publicUrl: config.publicUrl,
      exportsFolder,
      demoPassword,
      jobs: createOfficeJobs({ ...workerDeps, mail, secrets, bounces: bounceAddresses(config, secrets) }),
      ...(demoPassword === null
        ? {}
        : {
            seedDemo: createDemoSeed({
              ...workerDeps,
              log: logger,
              passphrase: demoPassword,
              services: createOfficeServices(workerDeps),
            }),
          }),
    },
    async close() {
      await hub.close();
      mail.close();
      await Promise.all([typesetter.close(), signer.close()]);
      await tenancy.close();
      if (workerTenancy !== tenancy) await workerTenancy.close();
    },
  };
}
