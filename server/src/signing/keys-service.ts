import {
  checkPassphrase,
  createPersonalKey,
  describeCertificate,
  passphraseLength,
} from '../adapters/signing/index.ts';
import { audit } from '../core/audit/index.ts';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import { events, outbox } from '../core/queue/index.ts';
import type { Tenancy, Tenant, TenantTx } from '../core/tenancy/index.ts';
import { letterProblems } from '../letters/index.ts';
import * as repository from './keys-repository.ts';
import { findIdentity } from './nik.ts';
import { signingProblems as problems } from './problems.ts';
import { findSignatureSettings } from './providers.ts';
import type { ListKeysQuery, SigningKeyAnswer } from './schema.ts';

const keyNotFound = () => problem(commonProblems.notFound, { detail: 'Permintaan sertifikat ini tidak ada.' });

function toAnswer(row: repository.ListedKey): SigningKeyAnswer {
  const { certificate, personId, personName, requestedAt, approvedAt, activatedAt, revokedAt, ...rest } = row;
  return {
    ...rest,
    person: { id: personId, name: personName },
    validUntil: certificate === null ? null : describeCertificate(certificate).notAfter.toISOString(),
    requestedAt: requestedAt.toISOString(),
    approvedAt: approvedAt?.toISOString() ?? null,
    activatedAt: activatedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

const record = (tx: TenantTx, ctx: OfficeContext, action: string, personId: string, keyId: string) =>
  audit(tx, {
    actor: {
      personId: ctx.actor.personId,
      name: ctx.actor.name,
      positionTitle: ctx.actor.positions.find((position) => position.mode !== 'delegate')?.title ?? null,
    },
    action,
    subject: { kind: 'person', id: personId },
    detail: { keyId },
  });

function requirePassphrase(passphrase: string): void {
  const fault = checkPassphrase(passphrase);
  if (!fault) return;
  const message =
    fault === 'too_short'
      ? `Pakai paling sedikit ${passphraseLength.min} karakter.`
      : `Pakai paling banyak ${passphraseLength.max} karakter.`;
  throw problem(problems.weakPassphrase, { detail: message, errors: [{ path: 'passphrase', message }] });
}

export type SigningKeyService = ReturnType<typeof createSigningKeyService>;

/** Personal signing keys: asked for by the person, allowed by an administrator, certified by the worker. */
export function createSigningKeyService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  const answer = async (ctx: OfficeContext, id: string): Promise<SigningKeyAnswer> => {
    const row = await tenancy.readTenant(ctx.tenant, (read) => repository.findListedKey(read, id));
    if (!row) throw keyNotFound();
    return toAnswer(row);
  };

  return {
    /** Whether the person can sign now, as far as keys go; with BSrE the keys are there, and only the NIK is ours to know. */
    async hasSigningKey(tenant: Tenant, personId: string): Promise<boolean> {
      return tenancy.readTenant(tenant, async (read) => {
        const [settings, key, identity] = await Promise.all([
          findSignatureSettings(read),
          repository.findCurrentKey(read, personId),
          findIdentity(read, personId),
        ]);
        if (settings?.provider !== 'bsre') return key?.state === 'active';
        return identity.nik !== undefined || identity.email !== undefined;
      });
    },

    /**
     * Makes a key here, where the passphrase is typed, and asks for its certificate. A forgotten passphrase means a new
     * key: the one in use stays so until the new one is certified; a request that still waits is replaced.
     * @throws weak_passphrase, no_position
     */
    async request(ctx: OfficeContext, passphrase: string): Promise<SigningKeyAnswer> {
      requirePassphrase(passphrase);
      const { personId, name, positions } = ctx.actor;
      const position = positions.find((each) => each.mode !== 'delegate');
      if (!position) {
        throw problem(letterProblems.noPosition, { detail: 'Sertifikat memuat jabatan, dan Anda belum memegangnya.' });
      }
      const id = newId();
      const key = await createPersonalKey({
        passphrase,
        aad: { regency: ctx.tenant.slug, person: personId, keyId: id },
      });
      const subject = { name, position: position.title, organization: ctx.tenant.name };
      const certificationRequest = await key.certificationRequest(subject);
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        const now = clock.now();
        await repository.lockKeysOf(tx, personId);
        await repository.revokeKeys(tx, { personId, states: ['requested', 'approved'], keepId: id, now });
        await repository.insertKey(tx, {
          id,
          personId,
          state: 'requested',
          wrappedKey: key.wrapped,
          certificationRequest,
          requestedAt: now,
        });
        await record(tx, ctx, 'signing_key.requested', personId, id);
        await events.publish(tx, {
          topic: 'signing-keys',
          personIds: [personId, ...(await repository.listAdministrators(tx))],
        });
      });
      outbox.poke();
      return answer(ctx, id);
    },

    /** One's own key in use, and the one on its way. */
    async own(ctx: OfficeContext): Promise<{ active: SigningKeyAnswer | null; pending: SigningKeyAnswer | null }> {
      const rows = await tenancy.readTenant(ctx.tenant, (read) => repository.listOwnKeys(read, ctx.actor.personId));
      const active = rows.find((row) => row.state === 'active');
      const pending = rows.find((row) => row.state !== 'active');
      return { active: active ? toAnswer(active) : null, pending: pending ? toAnswer(pending) : null };
    },

    async list(ctx: OfficeContext, query: ListKeysQuery): Promise<Page<SigningKeyAnswer>> {
      const rows = await tenancy.readTenant(ctx.tenant, (read) => repository.listKeys(read, query, query.state));
      const { items, nextCursor } = toPage(rows, query.limit);
      return { items: items.map(toAnswer), nextCursor };
    },

    /**
     * Lets a key be certified; the worker does it. Somebody else than the person must agree.
     * @throws not_found, forbidden, signing_key_state
     */
    async approve(ctx: OfficeContext, id: string): Promise<SigningKeyAnswer> {
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        const known = await repository.findKey(tx, id);
        if (!known) throw keyNotFound();
        if (known.personId === ctx.actor.personId) {
          throw problem(commonProblems.forbidden, { detail: 'Kunci Anda sendiri harus disetujui admin lain.' });
        }
        const keys = await repository.lockKeysOf(tx, known.personId);
        const state = keys.find((key) => key.id === id)?.state ?? 'revoked';
        // Agreeing twice is agreeing once; it orders the certificate anew, in case that the first order failed.
        if (state === 'active') return;
        if (state === 'approved') {
          await outbox.add(tx, 'certificate.issue', { keyId: id });
          return;
        }
        if (state !== 'requested') {
          throw problem(problems.wrongKeyState, { detail: 'Permintaan ini sudah digantikan oleh yang lebih baru.' });
        }
        const approvedAt = clock.now();
        await repository.updateKey(tx, id, { state: 'approved', approvedBy: ctx.actor.personId, approvedAt });
        await record(tx, ctx, 'signing_key.approved', known.personId, id);
        await outbox.add(tx, 'certificate.issue', { keyId: id });
        await events.publish(tx, { topic: 'signing-keys', personIds: [known.personId, ctx.actor.personId] });
      });
      outbox.poke();
      return answer(ctx, id);
    },
  };
}
