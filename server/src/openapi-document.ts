import { tmpdir } from 'node:os';
import pino from 'pino';
import { createSigner } from './adapters/signing/index.ts';
import { createTypesetter } from './adapters/typesetting/index.ts';
import { buildApp } from './app.ts';
import { createAuthorities } from './authorities/index.ts';
import { systemClock } from './core/clock.ts';
import { createSecrets } from './core/secrets/index.ts';
import { createFileStorage } from './core/storage/index.ts';
import { createTenancy } from './core/tenancy/index.ts';

/**
 * The API's OpenAPI 3.1 document without a database: nothing below connects, starts or listens before it is asked.
 * For generating the web's types.
 */
export async function createOpenApiDocument(): Promise<{ paths: object }> {
  const secrets = createSecrets(Buffer.alloc(32));
  const clock = systemClock;
  const access = { address: { host: '127.0.0.1', port: 1, database: 'none' }, secrets };
  const tenancy = createTenancy({ access, applicationName: 'openapi' });
  const typesetter = createTypesetter({ threads: 1 });
  const signer = createSigner({ threads: 1 });
  const publicUrl = 'http://localhost:8080';
  const app = await buildApp({
    tenancy,
    secrets,
    clock,
    storage: createFileStorage(tmpdir()),
    typesetter,
    signer,
    authorities: createAuthorities({ tenancy, secrets, clock, demo: false }),
    hub: { subscribe: () => () => undefined, ready: async () => undefined, close: async () => undefined },
    logger: pino({ level: 'silent' }),
    publicUrl,
    publicHost: 'localhost',
    secure: false,
    trustProxy: [],
    metricsToken: undefined,
    demo: false,
    exportsFolder: tmpdir(),
    mailLeaves: false,
    notReady: async () => [],
  });
  await app.ready();
  const document = app.swagger() as { paths: object };
  await app.close();
  await Promise.all([typesetter.close(), signer.close(), tenancy.close()]);
  return document;
}
