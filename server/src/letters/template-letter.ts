import type { TenantRead } from '../core/tenancy/index.ts';
import { type PublishedTemplate, readDefaults, usableDefaults } from '../templates/index.ts';
import type { RecipientInput } from './schema.ts';

interface Lists {
  recipients: RecipientInput[];
  copies: RecipientInput[];
}

/**
 * Whom a new letter goes to: what the drafter named, else the template's defaults. Units, posts and regencies that are
 * no more are left out; the template's own page says which.
 */
export async function templateRecipients(
  read: TenantRead,
  template: PublishedTemplate | null,
  { recipients, copies }: Lists,
  today: string,
): Promise<Lists> {
  if (template === null || (recipients.length > 0 && copies.length > 0)) return { recipients, copies };
  const defaults = usableDefaults(template.defaults, await readDefaults(read, template.defaults, today));
  return {
    recipients: recipients.length > 0 ? recipients : (defaults.recipients ?? []),
    copies: copies.length > 0 ? copies : (defaults.copies ?? []),
  };
}
