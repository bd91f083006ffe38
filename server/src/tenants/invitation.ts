import { sql } from 'drizzle-orm';
import type { Mail } from '../adapters/mail/index.ts';
import type { Clock } from '../core/clock.ts';
import type { Tenancy, Tenant } from '../core/tenancy/index.ts';
import { issueActivation } from '../identity/index.ts';
import { activationUrl } from './addresses.ts';

type Invited = { id: string; name: string; email: string | null; url: string };

/**
 * A new activation link for the regency's administrator who has no password yet; null when every one has. The link is
 * kept nowhere.
 */
export async function makeInvitation(
  deps: { tenancy: Tenancy; clock: Clock; publicUrl: string },
  tenant: Tenant,
): Promise<Invited | null> {
  return deps.tenancy.withTenant(tenant, async (tx) => {
    const [admin] = await tx.execute<{
      id: string;
      name: string;
      email: string | null;
    }>(sql`select p.id, p.name, p.email
      from people p join person_roles r on r.person_id = p.id and r.role = 'admin'
      where p.password_hash is null and p.active order by p.created_at limit 1`);
    if (!admin) return null;
    const token = await issueActivation(tx, admin.id, deps.clock.now());
    return { ...admin, url: activationUrl(deps.publicUrl, tenant.slug, token) };
  });
}

/** Sends the administrator an activation link. @param messageId the same at every try */
export async function sendInvitation(
  deps: { tenancy: Tenancy; clock: Clock; publicUrl: string; mail: Mail },
  tenant: Tenant,
  officeName: string,
  messageId: string,
): Promise<void> {
  const invited = await makeInvitation(deps, tenant);
  if (!invited?.email) return;
  await deps.mail.send({
    to: { name: invited.name, address: invited.email },
    subject: `Aktivasi e-Office ${officeName}`,
    text: `Yth. ${invited.name},

e-Office ${officeName} telah siap. Silakan buka tautan berikut untuk membuat kata sandi Anda.
Tautan berlaku tujuh hari dan hanya dapat dipakai satu kali.

${invited.url}

Nama pengguna Anda: admin

Madangan`,
    id: messageId,
  });
}
