import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap, embeddedAddress, startEmbeddedPostgres } from './adapters/embedded-postgres/index.ts';
import { ConfigError, readConfig } from './config.ts';
import { verifyPlatformChain, verifyTenantChain } from './core/audit/chain.ts';
import { type DatabaseAccess, openClient } from './core/db/client.ts';
import { migrateTenants } from './core/db/migrate.ts';
import { readMigrations } from './core/db/migrations.ts';
import { newId } from './core/ids.ts';
import { findWork } from './core/queue/index.ts';
import { createFileStorage } from './core/storage/index.ts';
import { tenantOf } from './core/tenancy/index.ts';
import { createWorker } from './create-worker.ts';
import { takeBounce } from './delivery/index.ts';
import { copyStorage, examine, examineIsolation } from './operator/index.ts';
import {
  bounceAddresses,
  createRuntime,
  embeddedAccess,
  externalAccess,
  openSecrets,
  prepareDataDir,
  type Runtime,
} from './runtime.ts';
import {
  actOnTenant,
  bootstrapPlatform,
  exportTenant,
  findRegion,
  importTenant,
  listRegencies,
  listStoredFiles,
  listTenantRows,
  orderTenant,
} from './tenants/index.ts';

const usage = `Usage: madangan <command>

  tenant list
  tenant provision SLUG --region 32.05 --admin-name NAME --admin-email ADDRESS [--name NAME]
  tenant migrate
  tenant export SLUG                      writes an archive and prints where
  tenant import FILE
  tenant suspend|resume SLUG
  tenant remove SLUG --yes                schema, login, files and keys are gone for good
  storage copy FOLDER                     copies all files there, each checked; set STORAGE_URL afterwards
  audit verify [SLUG]
  mail bounce < MESSAGE                   a message that came to SMTP_BOUNCE_ADDRESS, as the mail server pipes it
  doctor [--isolation]
`;

/** A mistake of the person at the keyboard: one line, exit code 2. */
class UsageError extends Error {}

type Context = { runtime: Runtime; access: DatabaseAccess };
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    region: { type: 'string' },
    name: { type: 'string' },
    'admin-name': { type: 'string' },
    'admin-email': { type: 'string' },
    yes: { type: 'boolean', default: false },
    isolation: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function required(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError(`${what} is missing`);
  return value;
}

/** Waits for a job, working on it here too, in case no worker runs. */
async function follow({ runtime }: Context, jobId: string): Promise<void> {
  const worker = await createWorker({ ...runtime.worker, demoPassword: null });
  let shown = -1;
  try {
    for (;;) {
      const work = await runtime.worker.tenancy.readPlatform((read) => findWork(read, jobId));
      if (work && work.progress !== shown) print(`${work.kind}: ${work.progress} %`);
      shown = work?.progress ?? shown;
      if (work?.state === 'failed') throw new Error(work.error ?? 'the job failed');
      if (work?.state === 'done') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await worker.close();
  }
}

const tenantCommands: Record<string, (context: Context, subject: string | undefined) => Promise<void>> = {
  async list({ runtime }) {
    const rows = await runtime.worker.tenancy.readPlatform((read) => listTenantRows(read, { limit: 1_000 }));
    for (const row of rows) {
      print(
        [row.slug.padEnd(24), row.status.padEnd(13), `v${row.schemaVersion}`.padEnd(5), row.regionCode, row.name].join(
          ' ',
        ),
      );
    }
    print(`${rows.length} regencies`);
  },
  async provision(context, subject) {
    const slug = tenantOf(required(subject, 'SLUG')).slug;
    const code = required(values.region, '--region');
    const admin = {
      name: required(values['admin-name'], '--admin-name'),
      email: required(values['admin-email'], '--admin-email'),
    };
    await bootstrapPlatform({ ...context.runtime.worker, demoPassword: null });
    const jobId = await context.runtime.worker.tenancy.withPlatform(async (tx) => {
      const region = await findRegion(tx, code);
      if (!region) throw new UsageError(`--region ${code} is no region's code`);
      return (await orderTenant(tx, { slug, name: values.name ?? region.name, region, admin, demo: false }, 'operator'))
        .jobId;
    });
    await follow(context, jobId);
    print(`${slug} is active; the invitation was sent to ${admin.email}`);
  },
  async migrate({ access }) {
    const migrator = openClient(access, 'migrator', { max: 1, applicationName: 'migrate' });
    try {
      const set = readMigrations('tenant');
      const result = await migrateTenants(migrator, access, set, {
        onMigrated: (role, migration) => print(`${role}: ${migration}`),
      });
      for (const failure of result.failed)
        print(`${failure.role}: ${failure.migration} failed: ${failure.error.message}`);
      print(`${result.migrated.length} migrated, ${result.failed.length} failed, head is ${set.head}`);
      if (result.failed.length > 0) process.exitCode = 1;
    } finally {
      await migrator.end({ timeout: 5 });
    }
  },
  async export({ runtime }, subject) {
    const tenant = tenantOf(required(subject, 'SLUG'));
    const result = await exportTenant(runtime.worker, tenant, newId(), async () => undefined);
    print(
      `${join(runtime.worker.exportsFolder, result.file)}: ${result.rows} rows, ${result.files} files, ${result.missingFiles} missing`,
    );
    if (result.missingFiles > 0) process.exitCode = 1;
  },
  async import({ runtime }, subject) {
    const result = await importTenant(runtime.worker, required(subject, 'FILE'));
    print(`${result.slug} is active: ${result.rows} rows, ${result.files} files`);
  },
  async suspend({ runtime }, subject) {
    await actOnTenant(runtime.worker.tenancy, required(subject, 'SLUG'), 'suspend', 'operator');
    print(`${subject} is suspended`);
  },
  async resume({ runtime }, subject) {
    await actOnTenant(runtime.worker.tenancy, required(subject, 'SLUG'), 'resume', 'operator');
    print(`${subject} is active`);
  },
  async remove(context, subject) {
    const slug = required(subject, 'SLUG');
    if (!values.yes) throw new UsageError(`this destroys ${slug} with all its letters; say --yes`);
    const { jobId } = await actOnTenant(context.runtime.worker.tenancy, slug, 'remove', 'operator');
    if (jobId !== null) await follow(context, jobId);
    print(`${slug} is removed`);
  },
};

async function verifyAudit({ runtime }: Context, only: string | undefined): Promise<void> {
  const { tenancy } = runtime.worker;
  const rows = await tenancy.readPlatform((read) => listTenantRows(read, { limit: 1_000 }));
  const slugs = rows.filter((row) => ['active', 'suspended'].includes(row.status)).map((row) => row.slug);
  if (only !== undefined && !slugs.includes(only)) throw new UsageError(`${only} is no active regency`);
  const reports =
    only === undefined ? [{ who: 'platform', report: await tenancy.readPlatform(verifyPlatformChain) }] : [];
  for (const slug of only === undefined ? slugs : [only]) {
    reports.push({ who: slug, report: await tenancy.readTenant(tenantOf(slug), verifyTenantChain) });
  }
  for (const { who, report } of reports) {
    const verdict = report.brokenAt === null ? 'whole' : `BROKEN at row ${report.brokenAt}`;
    print(
      `${who.padEnd(24)} ${verdict}, ${report.sealed} sealed, ${report.unsealed} not yet, head ${report.head ?? '-'}`,
    );
    if (report.brokenAt !== null) process.exitCode = 1;
  }
}

async function copyFiles({ runtime }: Context, folder: string | undefined): Promise<void> {
  const { tenancy, storage } = runtime.worker;
  const to = createFileStorage(resolve(required(folder, 'FOLDER')));
  const rows = await tenancy.readPlatform((read) => listTenantRows(read, { limit: 1_000 }));
  for (const { slug } of rows.filter((row) => ['active', 'suspended'].includes(row.status))) {
    const { files, copied, missing, changed } = await copyStorage(
      { tenancy, from: storage, to, listFiles: listStoredFiles },
      slug,
    );
    print(`${slug.padEnd(24)} ${files} files, ${copied} copied, ${missing.length} missing, ${changed.length} changed`);
    for (const sha256 of missing) print(`  missing ${sha256}`);
    for (const sha256 of changed) print(`  CHANGED ${sha256}`);
    if (missing.length + changed.length > 0) process.exitCode = 1;
  }
}

async function doctor({ runtime, access }: Context): Promise<void> {
  const { tenancy, storage } = runtime.worker;
  const findings = await examine({ tenancy, access, storage });
  for (const finding of findings) print(`${finding.state.padEnd(8)} ${finding.check.padEnd(20)} ${finding.detail}`);
  if (findings.some((finding) => finding.state === 'failed')) process.exitCode = 1;
  if (!values.isolation) return;
  const { attempts, breaches } = await examineIsolation({ tenancy, access, storage });
  for (const breach of breaches) print(`failed   isolation            ${breach}`);
  if (breaches.length > 0) process.exitCode = 1;
  else print(`ok       isolation            ${attempts} attempts on others' tables, all refused`);
}

/** Larger than any report with the letter it is about. */
const largestBounce = 64 * 1024 * 1024;

async function readInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    parts.push(Buffer.from(part));
    size += parts.at(-1)?.byteLength ?? 0;
    if (size > largestBounce) throw new UsageError('the message is larger than 64 MB');
  }
  return Buffer.concat(parts);
}

async function bounce({ runtime, access }: Context): Promise<void> {
  const addresses = bounceAddresses(readConfig(), access.secrets);
  if (!addresses) throw new ConfigError('SMTP_BOUNCE_ADDRESS is required here: letters left without a way back.');
  const { tenancy, clock } = runtime.worker;
  const outcome = await takeBounce(
    { tenancy, clock, addresses, regencies: () => tenancy.readPlatform(listRegencies) },
    await readInput(),
  );
  print(`${outcome.kind}${outcome.kind === 'ignored' ? '' : ` ${outcome.slug}`}: ${outcome.detail}`);
}

async function run(context: Context): Promise<void> {
  const [group, verb, subject] = positionals;
  if (group === 'mail' && verb === 'bounce') return bounce(context);
  if (group === 'doctor') return doctor(context);
  if (group === 'storage' && verb === 'copy') return copyFiles(context, subject);
  if (group === 'audit' && verb === 'verify') return verifyAudit(context, subject);
  const command = group === 'tenant' && verb !== undefined ? tenantCommands[verb] : undefined;
  if (!command) throw new UsageError(`unknown command\n\n${usage}`);
  return command(context, subject);
}

const answers = async (access: DatabaseAccess): Promise<boolean> => {
  const client = openClient(access, 'control', { max: 1, applicationName: 'command' });
  try {
    await client`select 1`;
    return true;
  } catch {
    // Whatever keeps it from answering, starting our own tells it properly.
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
};

/** Joins the running installation, or starts its database for as long as the command runs. */
async function openDatabase(
  config: ReturnType<typeof readConfig>,
): Promise<{ access: DatabaseAccess; stop(): Promise<void> }> {
  const secrets = openSecrets(config);
  const external = externalAccess(config, secrets);
  if (external) return { access: external, stop: async () => undefined };
  const address = embeddedAddress(config.dataDir);
  if (!address) throw new ConfigError(`DATA_DIR ${config.dataDir} holds no database yet: run npm start once.`);
  const running = embeddedAccess(address, secrets);
  if (await answers(running)) return { access: running, stop: async () => undefined };
  const server = await startEmbeddedPostgres({ dataDirectory: config.dataDir });
  await bootstrap(server.superuserUrl, secrets);
  return { access: embeddedAccess(server.address, secrets), stop: () => server.stop() };
}

async function main(): Promise<void> {
  if (values.help || positionals.length === 0) {
    print(usage);
    return;
  }
  const config = readConfig();
  prepareDataDir(config);
  const database = await openDatabase(config);
  const runtime = createRuntime({ config, access: database.access, demoPassword: null, roles: ['worker'] });
  try {
    await run({ runtime, access: database.access });
  } finally {
    await runtime.close();
    await database.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  const isMistake = error instanceof UsageError || error instanceof ConfigError;
  // A mail server keeps a message that was answered with 75 (EX_TEMPFAIL of sysexits.h), and tries again.
  process.exitCode = isMistake ? 2 : positionals[0] === 'mail' ? 75 : 1;
});
