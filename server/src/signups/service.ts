import { createHash, createHmac } from 'node:crypto';
import { auditPlatform } from '../core/audit/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { ConsoleContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { events, outbox } from '../core/queue/index.ts';
import type { Secrets } from '../core/secrets/index.ts';
import { type PlatformTx, pgError, type Tenancy } from '../core/tenancy/index.ts';
import { findRegion, findTenantRow, officeUrl, orderTenant } from '../tenants/index.ts';
import { signupProblems as problems } from './problems.ts';
import * as repository from './repository.ts';

export type SignupInput = {
  regionCode: string;
  slug: string;
  contact: { name: string; email: string; phone: string; position: string };
};

export type SignupService = ReturnType<typeof createSignupService>;

/**
 * The token of a sign-up's status page. It follows from the sign-up's id and the master key, so that mails may carry it
 * again and the database keeps only its hash.
 */
export const signupToken = (secrets: Secrets, id: string): string =>
  createHmac('sha256', secrets.key('signup-token')).update(id).digest('base64url');

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const pendingConstraints = new Set(['signups_one_pending_per_region', 'signups_one_pending_per_slug']);

const conflict = (path: string, message: string) =>
  problem(commonProblems.invalidInput, { detail: message, errors: [{ path, message }] });

/** Signing up a regency, and the superadmin's decision on it. */
export function createSignupService({
  tenancy,
  secrets,
  publicUrl,
}: {
  tenancy: Tenancy;
  secrets: Secrets;
  publicUrl: string;
}) {
  async function decide<T>(
    ctx: ConsoleContext,
    id: string,
    decision: { state: 'approved' | 'rejected'; reason: string | null },
    then: (tx: PlatformTx, row: repository.SignupRow) => Promise<T>,
  ): Promise<T> {
    const answer = await tenancy.withPlatform(async (tx) => {
      const row = await repository.lockSignup(tx, id);
      if (!row) throw problem(commonProblems.notFound);
      if (row.state !== 'pending') {
        throw problem(problems.signupDecided, {
          detail: `Pendaftaran ${row.name} sudah diputuskan oleh ${row.decidedBy}.`,
          extra: { state: row.state },
        });
      }
      await repository.decideSignup(tx, id, { ...decision, by: ctx.actor.username });
      const result = await then(tx, row);
      await auditPlatform(tx, {
        actor: ctx.actor.username,
        action: `signup.${decision.state}`,
        subject: { kind: 'signup', id },
        detail: { slug: row.slug },
      });
      await outbox.add(tx, 'signup.notify', { signupId: id, about: decision.state });
      await events.publish(tx, { topic: 'signups', id });
      return result;
    });
    outbox.poke();
    return answer;
  }

  return {
    /**
     * Records a sign-up and tells the contact by mail.
     * @throws invalid_input (unknown region, slug or region in use), signup_pending
     */
    async create(input: SignupInput): Promise<{ id: string; token: string }> {
      const id = newId();
      const token = signupToken(secrets, id);
      const { contact, regionCode, slug } = input;
      await tenancy
        .withPlatform(async (tx) => {
          const region = await findRegion(tx, regionCode);
          if (!region) throw conflict('regionCode', `Tidak ada daerah dengan kode ${regionCode}.`);
          if (region.slug !== null) throw conflict('regionCode', `${region.name} sudah bergabung.`);
          const holder = await findTenantRow(tx, slug);
          if (holder && !(holder.status === 'removed' && holder.regionCode === regionCode)) {
            throw conflict('slug', 'Alamat ini sudah dipakai daerah lain.');
          }
          await repository.insertSignup(tx, {
            id,
            regionCode,
            slug,
            contactName: contact.name,
            contactEmail: contact.email,
            contactPhone: contact.phone,
            contactPosition: contact.position,
            tokenHash: hashOf(token),
          });
          await outbox.add(tx, 'signup.notify', { signupId: id, about: 'pending' });
          await events.publish(tx, { topic: 'signups', id });
        })
        .catch((error: unknown) => {
          if (!pendingConstraints.has(pgError(error)?.constraint_name ?? '')) throw error;
          throw problem(problems.signupPending, {
            detail: 'Daerah atau alamat ini sudah didaftarkan dan sedang ditinjau.',
            cause: error,
          });
        });
      outbox.poke();
      return { id, token };
    },

    /** Where a sign-up stands, for whoever holds its token. @throws not_found */
    async status(token: string) {
      const row = await tenancy.readPlatform((read) => repository.findSignupByToken(read, hashOf(token)));
      if (!row) throw problem(commonProblems.notFound);
      const tenant =
        row.state === 'approved' ? await tenancy.readPlatform((read) => findTenantRow(read, row.slug)) : null;
      return { row, state: stateOf(row, tenant?.status), url: officeUrl(publicUrl, row.slug) };
    },

    list: (filter: Parameters<typeof repository.listSignups>[1]) =>
      tenancy.readPlatform((read) => repository.listSignups(read, filter)),

    /** Orders the regency with the contact as its administrator. @throws not_found, signup_decided, tenant_exists, region_taken */
    approve(ctx: ConsoleContext, id: string) {
      return decide(ctx, id, { state: 'approved', reason: null }, async (tx, row) => {
        const region = await findRegion(tx, row.regionCode);
        if (!region) throw new Error(`no region ${row.regionCode}`);
        const admin = { name: row.contactName, email: row.contactEmail };
        const { jobId } = await orderTenant(
          tx,
          { slug: row.slug, name: region.name, region, admin, demo: false },
          ctx.actor.username,
        );
        return { id, tenant: { slug: row.slug, status: 'pending' }, jobId };
      });
    },

    /** @throws not_found, signup_decided */
    reject(ctx: ConsoleContext, id: string, reason: string) {
      return decide(ctx, id, { state: 'rejected', reason }, async () => ({ id, state: 'rejected' as const }));
    },
  };
}

type ShownState = 'pending' | 'rejected' | 'approved' | 'provisioning' | 'active' | 'failed';

function stateOf(row: repository.SignupRow, tenantStatus: string | undefined): ShownState {
  if (row.state !== 'approved') return row.state;
  if (tenantStatus === 'provisioning' || tenantStatus === 'active' || tenantStatus === 'failed') return tenantStatus;
  return 'approved';
}
