import { buildApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { runProcess } from './process-life.ts';
import { createRuntime, demoPassword, externalAccess, openSecrets, prepareDataDir } from './runtime.ts';

/** The API alone, for an installation that runs several processes on a database of its own. */
await runProcess(async (onStop) => {
  const config = readConfig();
  prepareDataDir(config);
  const access = externalAccess(config, openSecrets(config));
  if (!access) throw new ConfigError('DATABASE_URL is required here: the embedded database belongs to `npm start`.');
  const runtime = createRuntime({ config, access, demoPassword: demoPassword(config)?.value ?? null, roles: ['api'] });
  onStop(() => runtime.close());
  const app = await buildApp(runtime.app);
  await app.listen({ host: config.host, port: config.port });
  onStop(() => app.close());
  process.stdout.write(`Madangan API: ${config.publicUrl}\n`);
});
