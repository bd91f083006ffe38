import { bootstrap, startEmbeddedPostgres } from './adapters/embedded-postgres/index.ts';
import { buildApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import type { DatabaseAccess } from './core/db/client.ts';
import type { Secrets } from './core/secrets/index.ts';
import { createWorker } from './create-worker.ts';
import { prepareDatabase } from './prepare-database.ts';
import { requireFreePort, runProcess } from './process-life.ts';
import { createRuntime, demoPassword, embeddedAccess, externalAccess, openSecrets, prepareDataDir } from './runtime.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function openDatabase(
  config: Config,
  secrets: Secrets,
  onStop: (stop: () => Promise<void>) => void,
): Promise<DatabaseAccess> {
  const external = externalAccess(config, secrets);
  if (external) return external;
  const server = await startEmbeddedPostgres({ dataDirectory: config.dataDir, log: (line) => say(line) });
  onStop(() => server.stop());
  await bootstrap(server.superuserUrl, secrets);
  return embeddedAccess(server.address, secrets);
}

function printAccounts(config: Config, password: string, isNew: boolean): void {
  const at = (slug: string) => config.publicUrl.replace('://', `://${slug}.`);
  say('');
  say('Akun demo (orang dan surat di sini rekaan):');
  for (const slug of ['sumedang', 'lebak', 'sukabumi'])
    say(`  ${at(slug)}   bupati, sekda, kadis, kabid, staf, tu, admin`);
  say(`  ${config.publicUrl}/admin   superadmin`);
  say(
    isNew
      ? `  Kata sandi semua akun, juga frasa sandi tanda tangan: ${password}`
      : '  Kata sandi: lihat DATA_DIR/demo-password',
  );
}

/** After this the start says what it still waits for; a regency that failed for good is the console's to retry. */
const patienceSeconds = 60;

/** Waits until migrations are done and, on a demo start, the three regencies are active. */
async function waitUntilReady(notReady: () => Promise<string[]>): Promise<void> {
  let told = Date.now();
  for (;;) {
    const waitingFor = await notReady();
    if (waitingFor.length === 0) return;
    if (Date.now() - told > patienceSeconds * 1000) {
      say(`Masih menyiapkan: ${waitingFor.join(', ')}. Bila gagal, sebabnya ada di konsol platform.`);
      told = Date.now();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The default start: database, API, worker and web in one process on one port. */
await runProcess(async (onStop) => {
  const config = readConfig();
  await requireFreePort(config.host, config.port);
  prepareDataDir(config);
  const demo = demoPassword(config);
  const access = await openDatabase(config, openSecrets(config), onStop);
  await prepareDatabase(access, say);
  const runtime = createRuntime({ config, access, demoPassword: demo?.value ?? null, roles: ['api', 'worker'] });
  onStop(() => runtime.close());
  const app = await buildApp(runtime.app);
  await app.listen({ host: config.host, port: config.port });
  onStop(() => app.close());
  const worker = await createWorker(runtime.worker);
  onStop(() => worker.close());
  await waitUntilReady(runtime.app.notReady);
  if (demo) printAccounts(config, demo.value, demo.isNew);
  say(`Madangan siap: ${config.publicUrl}`);
});
