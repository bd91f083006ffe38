import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Mail, MailRefused } from '../adapters/mail/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import { defineJob, type Job } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import type { BounceAddresses } from './bounce-address.ts';
import { markMailed, markRefused } from './outcome.ts';
import { findSendable, type SendableLetter } from './repository.ts';
import { documentName } from './rules.ts';

export interface DeliveryJobDeps {
  tenancy: Tenancy;
  storage: Storage;
  mail: Mail;
  clock: Clock;
  publicUrl: string;
  /** Where failures come back to; without them only what is refused at once is known. */
  bounces?: BounceAddresses | undefined;
}

const payload = z.object({
  letterId: z.uuid(),
  recipientId: z.uuid(),
  attempt: z.number().int().positive().default(1),
});

/** Tries of one message: the last some seventeen hours after the first. */
const attempts = 12;
const backoffMs = 15_000;

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

/** The message's id: the same for the same attempt, so that what a crash sent twice is recognisable as one message. */
const messageIdOf = (recipientId: string, attempt: number): string =>
  attempt === 1 ? `letter-${recipientId}` : `letter-${recipientId}-${attempt}`;

async function filesOf(storage: Storage, slug: string, { letter, revision, attachments }: SendableLetter) {
  if (!revision || letter.number === null) throw new Error('a sent letter without a document');
  const files = [
    {
      filename: documentName(letter.number),
      content: await storage.get(slug, revision.sha256),
      contentType: 'application/pdf',
    },
  ];
  for (const file of attachments) {
    files.push({ filename: file.name, content: await storage.get(slug, file.sha256), contentType: file.mediaType });
  }
  return files;
}

/** A sent letter by e-mail, with the signed PDF. What the server refuses for good is marked with its reason. */
export function createDeliveryJobs(deps: DeliveryJobDeps): Job<object>[] {
  const { tenancy, storage, mail, clock, publicUrl, bounces } = deps;
  return [
    defineJob<typeof payload, object>({
      kind: 'letter.mail',
      login: 'tenant',
      payload,
      attempts,
      backoffMs,
      async handle({ tenant, jobAttempt }, { letterId, recipientId, attempt }) {
        const { sendable, office, timeZone } = await tenancy.readTenant(tenant, async (read) => {
          const [row] = await read.execute<{ name: string; timeZone: string }>(
            sql`select t.name, s.time_zone as "timeZone" from platform.tenants t, settings s where t.slug = ${tenant.slug}`,
          );
          return {
            sendable: await findSendable(read, letterId),
            office: row?.name ?? tenant.slug,
            timeZone: row?.timeZone ?? 'Asia/Jakarta',
          };
        });
        const recipient = sendable?.recipients.find((each) => each.id === recipientId);
        if (!sendable || !recipient || recipient.email === null) return;
        if (recipient.delivery !== 'pending' || recipient.attempt !== attempt || recipient.channel === 'print') return;
        const { number, verifyCode, subject } = sendable.letter;
        if (number === null || verifyCode === null) throw new Error('a sent letter without a number');
        const sending = { recipientId, attempt };
        const moment = () => ({ now: clock.now(), today: dateIn(timeZone, clock.now()) });
        const attachments = await filesOf(storage, tenant.slug, sendable);
        try {
          await mail.send({
            id: messageIdOf(recipientId, attempt),
            to: { name: recipient.name, address: recipient.email },
            subject: `${number}: ${subject}`,
            text: textOf({ subject, number, verifyCode }, office, publicUrl),
            ...(bounces ? { bounceTo: bounces.make({ slug: tenant.slug, ...sending }) } : {}),
            attachments,
          });
        } catch (error) {
          const isLast = jobAttempt >= attempts;
          if (!(error instanceof MailRefused) && !isLast) throw error;
          const reason =
            error instanceof MailRefused ? error.message : 'Server surel tidak dapat dihubungi selama beberapa jam.';
          await tenancy.withTenant(tenant, (tx) => markRefused(tx, sending, reason, moment()));
          return { refused: true };
        }
        await tenancy.withTenant(tenant, (tx) => markMailed(tx, sending, moment()));
        return { sent: true };
      },
    }),
  ];
}
