import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Mail } from '../adapters/mail/index.ts';
import type { Clock } from '../core/clock.ts';
import { defineJob, events, type Job } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';
import { letterRecipients } from '../letters/index.ts';
import { findSendable } from './repository.ts';
import { documentName } from './rules.ts';

export interface DeliveryJobDeps {
  tenancy: Tenancy;
  storage: Storage;
  mail: Mail;
  clock: Clock;
  publicUrl: string;
}

const payload = z.object({ letterId: z.uuid(), recipientId: z.uuid() });

const textOf = (letter: { subject: string; number: string; verifyCode: string }, office: string, publicUrl: string) =>
  [
    'Yth. Bapak/Ibu,',
    '',
    `Bersama ini kami sampaikan surat ${letter.number} perihal ${letter.subject}, terlampir sebagai PDF yang ditandatangani secara elektronik.`,
    '',
    `Keaslian surat dapat diperiksa di ${publicUrl}/v/${letter.verifyCode}`,
    '',
    `Pemerintah ${office}`,
  ].join('\n');

async function markMailed(
  tx: TenantTx,
  { recipientId, letterId, drafterId }: { recipientId: string; letterId: string; drafterId: string | null },
  now: Date,
): Promise<void> {
  await tx
    .update(letterRecipients)
    .set({ delivery: 'sent', deliveredAt: now })
    .where(eq(letterRecipients.id, recipientId));
  await events.publish(tx, { topic: 'letters', id: letterId, personIds: drafterId === null ? [] : [drafterId] });
}

/**
 * A sent letter by e-mail, with the signed PDF. The message's id is the recipient's, so that a job done twice after a
 * crash is recognisable as one message.
 */
export function createDeliveryJobs(deps: DeliveryJobDeps): Job<object>[] {
  const { tenancy, storage, mail, clock, publicUrl } = deps;
  return [
    defineJob<typeof payload, object>({
      kind: 'letter.mail',
      login: 'tenant',
      payload,
      attempts: 12,
      async handle({ tenant }, { letterId, recipientId }) {
        const found = await tenancy.readTenant(tenant, async (read) => {
          const [office] = await read.execute<{ name: string }>(
            sql`select name from platform.tenants where slug = ${tenant.slug}`,
          );
          return { sendable: await findSendable(read, letterId), office: office?.name ?? tenant.slug };
        });
        const { sendable, office } = found;
        const recipient = sendable?.recipients.find((each) => each.id === recipientId);
        if (!sendable || !recipient || recipient.email === null || recipient.delivery !== 'pending') return;
        const { letter, revision } = sendable;
        const { number, verifyCode, subject } = letter;
        if (!revision || number === null || verifyCode === null) throw new Error('a sent letter without a document');
        const attachments = [
          {
            filename: documentName(number),
            content: await storage.get(tenant.slug, revision.sha256),
            contentType: 'application/pdf',
          },
        ];
        for (const file of sendable.attachments) {
          const content = await storage.get(tenant.slug, file.sha256);
          attachments.push({ filename: file.name, content, contentType: file.mediaType });
        }
        await mail.send({
          id: `letter-${recipientId}`,
          to: { name: recipient.name, address: recipient.email },
          subject: `${number}: ${subject}`,
          text: textOf({ subject, number, verifyCode }, office, publicUrl),
          attachments,
        });
        await tenancy.withTenant(tenant, (tx) =>
          markMailed(tx, { recipientId, letterId, drafterId: letter.drafterId }, clock.now()),
        );
      },
    }),
  ];
}
