import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../core/ids.ts';
import { projectRoot } from '../core/paths.ts';
import { createFileStorage } from '../core/storage/index.ts';
import type { Tenant } from '../core/tenancy/index.ts';
import { exchangeKeyAad } from '../tenants/index.ts';
import { testMasterKey, testSecrets } from '../testing/database.ts';
import { type Installation, startInstallation, until } from '../testing/installation.ts';
import { findPartners, postLetter, prepareLetter } from './post.ts';

let site: Installation;
let sender: Tenant;
let receiver: Tenant;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  site = await startInstallation();
  sender = await site.addTenant('pengirim');
  receiver = await site.addTenant('penerima');
  await Promise.all([sender, receiver].map(fill));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await site.stop();
});

/** A unit, a registrar in it, and a key for sealed letters. */
async function fill(tenant: Tenant): Promise<void> {
  const [unitId, positionId, personId, keyId] = [newId(), newId(), newId(), newId()];
  const pair = generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  await site.tenancy.withTenant(tenant, async (tx) => {
    await tx.execute(sql`insert into settings (office_name, region_code, capital, time_zone, letter_footer, disposition_instructions)
      values ('Kantor', '00.00', 'Kota', 'Asia/Jakarta', '', '{}')`);
    await tx.execute(
      sql`insert into units (id, code, name, short_name, kind) values (${unitId}, 'KDH', 'Bupati', 'Bupati', 'regent')`,
    );
    await tx.execute(
      sql`insert into positions (id, unit_id, title, kind) values (${positionId}, ${unitId}, 'Pencatat', 'registrar')`,
    );
    await tx.execute(sql`insert into people (id, username, name) values (${personId}, 'tu', 'Pencatat Surat')`);
    await tx.execute(sql`insert into person_roles (person_id, role) values (${personId}, 'tu')`);
    await tx.execute(sql`insert into assignments (id, person_id, position_id, starts_on)
      values (${newId()}, ${personId}, ${positionId}, '2020-01-01')`);
    await tx.execute(sql`insert into exchange_keys (id, public_key, wrapped_key)
      values (${keyId}, ${pair.publicKey}, ${testSecrets.wrap(pair.privateKey, exchangeKeyAad(tenant.slug, keyId))})`);
  });
  await site.tenancy.withPlatform((tx) =>
    tx.execute(sql`update platform.tenants set exchange_public_key = ${pair.publicKey} where slug = ${tenant.slug}`),
  );
}

/** A sealed letter to the receiver, as sending leaves it. @returns the exchange's id */
async function post(): Promise<string> {
  const storage = createFileStorage(join(site.folder, 'files'));
  const stored = await storage.put(sender.slug, Buffer.from('%PDF-1.7 rahasia'));
  const partner = await site.tenancy.readTenant(sender, async (read) =>
    (await findPartners(read, [receiver.slug])).get(receiver.slug),
  );
  const exchangeId = newId();
  const prepared = await prepareLetter(storage, {
    exchangeId,
    sender: sender.slug,
    receiver: receiver.slug,
    envelope: {
      number: '000/1/KDH/2026',
      date: '2026-11-24',
      type: 'surat_dinas',
      classification: '000.1',
      secrecy: 'rahasia',
      urgency: 'segera',
      senderTitle: 'Bupati',
      recipient: 'Bupati Penerima',
      role: 'to',
      verifyCode: 'AAAA-BBBB-CCCC',
    },
    content: { subject: 'Tidak boleh ganda', attachmentNote: null },
    document: { name: 'surat.pdf', mediaType: 'application/pdf', ...stored },
    attachments: [],
    receiverKey: partner?.publicKey ?? null,
  });
  await site.tenancy.withTenant(sender, async (tx) => {
    const [who] = await tx.execute<{ personId: string; unitId: string }>(
      sql`select p.id as "personId", u.id as "unitId" from people p, units u`,
    );
    const id = newId();
    await tx.execute(sql`insert into letters (id, direction, type, state, subject, classification, secrecy, urgency, body,
        unit_id, drafter_id, number, letter_date, verify_code)
      values (${id}, 'outgoing', 'surat_dinas', 'sent', 'Tidak boleh ganda', '000.1', 'rahasia', 'segera', '{"type":"doc"}',
        ${who?.unitId}, ${who?.personId}, '000/1/KDH/2026', '2026-11-24', 'AAAA-BBBB-CCCC')`);
    await tx.execute(sql`insert into letter_recipients (id, letter_id, role, ordinal, kind, tenant_slug, name, delivery, exchange_id)
      values (${newId()}, ${id}, 'to', 1, 'tenant', ${receiver.slug}, 'Bupati Penerima', 'sent', ${exchangeId})`);
    await postLetter(tx, prepared, { id, partnerName: 'Penerima', at: new Date() });
  });
  return exchangeId;
}

/** A worker process of its own: node itself, so that a signal reaches the worker and nothing around it. */
function startWorker(killAt?: string): ChildProcess {
  const argument = JSON.stringify({
    address: site.access.address,
    masterKey: testMasterKey.toString('hex'),
    folder: site.folder,
    receiver: receiver.slug,
    killAt,
  });
  const script = join(projectRoot, 'server/src/testing/delivery-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, argument], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

test('a delivery whose workers are killed at every point ends exactly once', async () => {
  const exchangeId = await post();
  for (const point of ['copied', 'entering', 'entered']) {
    const [, signal] = await once(startWorker(point), 'exit');
    expect(signal, point).toBe('SIGKILL');
  }
  const last = startWorker();
  const openWork = async () => {
    const [row] = await site.tenancy.readPlatform((read) =>
      read.execute<{ open: number }>(sql`select count(*)::int as open from platform.work where state <> 'done'`),
    );
    return row?.open === 0;
  };
  await until(openWork, 'all jobs done', 30_000);
  last.kill('SIGTERM');
  const [there] = await site.tenancy.readTenant(receiver, (read) =>
    read.execute(sql`select (select count(*)::int from letters) as letters, (select count(*)::int from files) as files,
      (select count(*)::int from exchange_log) as log, (select count(*)::int from notices) as notices,
      (select subject from letters where exchange_id = ${exchangeId}::uuid) as subject`),
  );
  expect(there).toEqual({ letters: 1, files: 1, log: 1, notices: 1, subject: 'Tidak boleh ganda' });
  const [here] = await site.tenancy.readTenant(sender, (read) =>
    read.execute(sql`select (select delivery from letter_recipients) as delivery,
      (select count(*)::int from platform.exchange where kind = 'receipt') as receipts,
      (select count(*)::int from platform.exchange where delivered_at is null) as underway`),
  );
  expect(here).toEqual({ delivery: 'delivered', receipts: 1, underway: 0 });
}, 90_000);
