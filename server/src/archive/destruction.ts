import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../core/audit/index.ts';
import type { Clock } from '../core/clock.ts';
import { defineJob, type Job, JobCannotSucceed, JobMustWait } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy, Tenant, TenantTx } from '../core/tenancy/index.ts';
import { eraseContent, isStillNeeded, listBytes, markFiles, undecidedTables } from './erase.ts';

export interface DestructionDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
  /** Bytes put into the store within this time stay for now; ten minutes unless a test says otherwise. */
  settleMs?: number;
}

type Order = { minutesNumber: string; minutesOn: string; personId: string; name: string; title: string | null };

/** Destroys one letter's content, once: whoever comes second finds it done. */
async function destroyLetter(
  tx: TenantTx,
  disposalId: string,
  order: Order,
  letterId: string,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const [letter] = await tx.execute<{ destroyed: boolean; verifyCode: string | null; held: boolean }>(sql`
    select destroyed_at is not null as destroyed, verify_code as "verifyCode",
      exists (select from legal_holds h where h.letter_id = letters.id and h.lifted_at is null) as held
    from letters where id = ${letterId}::uuid for update`);
  if (!letter || letter.destroyed) return;
  // The step refused a hold; one that is here all the same was put by other means.
  if (letter.held) throw new JobCannotSucceed(`letter ${letterId} is under a hold`);
  const bytes = await listBytes(tx, letterId);
  for (const file of bytes) {
    await tx.execute(sql`insert into destroyed_files (letter_id, sha256, disposal_id, name, size)
      values (${letterId}::uuid, ${file.sha256}, ${disposalId}::uuid, ${file.name}, ${file.size}::bigint) on conflict do nothing`);
  }
  await tx.execute(sql`update letters set destroyed_at = ${at}::timestamptz, disposal_id = ${disposalId}::uuid,
    version = version + 1, updated_at = ${at}::timestamptz where id = ${letterId}::uuid`);
  await markFiles(tx, letterId, now);
  await eraseContent(tx, letterId);
  if (letter.verifyCode !== null) {
    await tx.execute(sql`update platform.verifications set destroyed_on = ${order.minutesOn}::date,
      destroyed_by = ${order.minutesNumber} where code = ${letter.verifyCode}`);
  }
  await audit(tx, {
    actor: { personId: order.personId, name: order.name, positionTitle: order.title },
    action: 'letter.destroyed',
    subject: { kind: 'letter', id: letterId },
    detail: { disposalId, minutesNumber: order.minutesNumber, files: bytes.map((file) => file.sha256) },
  });
}

/**
 * Carries out a destruction whose papers are complete. Each letter is one transaction, each file one act; killed
 * anywhere, it goes on where it was, and nothing is done or told twice.
 */
export function createDestructionJobs({ tenancy, clock, storage, settleMs = 600_000 }: DestructionDeps): Job<object>[] {
  async function findOrder(tenant: Tenant, disposalId: string): Promise<Order | null> {
    const [row] = await tenancy.readTenant(tenant, (read) =>
      read.execute<Order>(sql`select s.minutes_number as "minutesNumber", s.minutes_on::text as "minutesOn",
          x.person_id as "personId", x.person_name as name, x.position_title as title
        from disposals s join disposal_steps x on x.disposal_id = s.id and x.event = 'execute'
        where s.id = ${disposalId}::uuid and s.state = 'executing' order by x.id desc limit 1`),
    );
    return row ?? null;
  }

  /** Removes what no other letter has. @returns how many files have to wait */
  async function removeFiles(tenant: Tenant, disposalId: string): Promise<number> {
    const files = await tenancy.readTenant(tenant, (read) =>
      read.execute<{ sha256: string }>(sql`select distinct sha256 from destroyed_files
        where disposal_id = ${disposalId}::uuid and removed_at is null order by sha256`),
    );
    let waiting = 0;
    for (const { sha256 } of files) {
      const isNeeded = await tenancy.readTenant(tenant, (read) => isStillNeeded(read, sha256));
      // A file that a crash left aside goes back to its place when it is needed after all.
      const outcome = await storage.remove(tenant.slug, sha256, isNeeded ? Number.POSITIVE_INFINITY : settleMs);
      if (!isNeeded && outcome === 'recent') {
        waiting += 1;
        continue;
      }
      const told = isNeeded ? 'shared' : outcome;
      await tenancy.withTenant(tenant, (tx) =>
        tx.execute(sql`update destroyed_files set removed_at = ${clock.now().toISOString()}::timestamptz, outcome = ${told}
          where disposal_id = ${disposalId}::uuid and sha256 = ${sha256} and removed_at is null`),
      );
    }
    return waiting;
  }

  /** Packages that were made of the dossiers hold the same content. */
  async function removePackages(tenant: Tenant, disposalId: string): Promise<void> {
    const packages = await tenancy.withTenant(tenant, (tx) =>
      tx.execute<{
        sha256: string;
      }>(sql`update files f set destroyed_at = coalesce(f.destroyed_at, ${clock.now().toISOString()}::timestamptz)
        from archive_packages a join disposal_items i on i.dossier_id = a.dossier_id
        where i.disposal_id = ${disposalId}::uuid and f.id = a.file_id returning f.sha256`),
    );
    // Asked again after a crash, a file that is gone is simply missing.
    for (const { sha256 } of packages) await storage.remove(tenant.slug, sha256, 0);
  }

  async function finish(tx: TenantTx, disposalId: string, order: Order): Promise<void> {
    const at = clock.now().toISOString();
    const done =
      await tx.execute(sql`update disposals set state = 'done', version = version + 1, done_at = ${at}::timestamptz
      where id = ${disposalId}::uuid and state = 'executing' returning id`);
    if (done.length === 0) return;
    const actor = { personId: order.personId, name: order.name, positionTitle: order.title };
    const dossiers = await tx.execute<{ id: string }>(sql`update dossiers d set state = 'destroyed',
        version = d.version + 1, updated_at = ${at}::timestamptz
      from disposal_items i where i.disposal_id = ${disposalId}::uuid and d.id = i.dossier_id returning d.id`);
    await tx.execute(
      sql`update disposal_items set open = false, done_at = ${at}::timestamptz where disposal_id = ${disposalId}::uuid`,
    );
    const detail = { disposalId, minutesNumber: order.minutesNumber, minutesOn: order.minutesOn };
    for (const { id } of dossiers) {
      await audit(tx, { actor, action: 'dossier.destroyed', subject: { kind: 'dossier', id }, detail });
    }
    const subject = { kind: 'disposal', id: disposalId };
    await audit(tx, { actor, action: 'disposal.finished', subject, detail: { dossiers: dossiers.length } });
  }

  return [
    defineJob({
      kind: 'archive.destroy',
      login: 'tenant',
      payload: z.object({ disposalId: z.uuid() }),
      attempts: 12,
      async handle({ tenant }, { disposalId }) {
        const order = await findOrder(tenant, disposalId);
        if (!order) return;
        const { letters, undecided } = await tenancy.readTenant(tenant, async (read) => ({
          undecided: await undecidedTables(read),
          letters: await read.execute<{ id: string }>(sql`select i.letter_id as id from disposal_items di
            join dossier_items i on i.dossier_id = di.dossier_id join letters l on l.id = i.letter_id
            where di.disposal_id = ${disposalId}::uuid and l.destroyed_at is null order by i.letter_id`),
        }));
        if (undecided.length > 0) throw new Error(`destruction does not know what to do with ${undecided.join(', ')}`);
        for (const { id } of letters) {
          await tenancy.withTenant(tenant, (tx) => destroyLetter(tx, disposalId, order, id, clock.now()));
        }
        await removePackages(tenant, disposalId);
        const waiting = await removeFiles(tenant, disposalId);
        if (waiting > 0) throw new JobMustWait(`${waiting} files were put into the store a moment ago`);
        await tenancy.withTenant(tenant, (tx) => finish(tx, disposalId, order));
      },
    }),
  ];
}
