import { ConfigError, readConfig } from './config.ts';
import { openClient } from './core/db/client.ts';
import { createServiceRoles } from './core/db/roles.ts';
import { createWorker } from './create-worker.ts';
import { prepareDatabase } from './prepare-database.ts';
import { runProcess } from './process-life.ts';
import { createRuntime, demoPassword, externalAccess, openSecrets, prepareDataDir } from './runtime.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * The worker alone, for an installation that runs several processes on a database of its own. It has the migrator's
 * login, so it also makes the service logins and migrates.
 */
await runProcess(async (onStop) => {
  const config = readConfig();
  prepareDataDir(config);
  const access = externalAccess(config, openSecrets(config));
  if (!access) throw new ConfigError('DATABASE_URL is required here: the embedded database belongs to `npm start`.');
  if (!access.migratorUrl) throw new ConfigError('MIGRATOR_URL is required here: the worker migrates and provisions.');
  const migrator = openClient(access, 'migrator', { max: 1, applicationName: 'prepare' });
  await createServiceRoles(migrator, access.secrets).finally(() => migrator.end({ timeout: 5 }));
  await prepareDatabase(access, say);
  const runtime = createRuntime({
    config,
    access,
    demoPassword: demoPassword(config)?.value ?? null,
    roles: ['worker'],
  });
  onStop(() => runtime.close());
  const worker = await createWorker(runtime.worker);
  onStop(() => worker.close());
  say('Madangan worker: siap');
});
