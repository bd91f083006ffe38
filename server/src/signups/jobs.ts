import { z } from 'zod';
import type { Mail } from '../adapters/mail/index.ts';
import { defineJob, type Job } from '../core/queue/index.ts';
import type { Secrets } from '../core/secrets/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { findSignup, type SignupRow } from './repository.ts';
import { signupToken } from './service.ts';

const subjects = {
  pending: 'Pendaftaran diterima',
  approved: 'Pendaftaran disetujui',
  rejected: 'Pendaftaran belum dapat diterima',
} as const;

function textFor(row: SignupRow, about: keyof typeof subjects, statusUrl: string): string {
  const body = {
    pending: `Pendaftaran ${row.name} telah kami terima dan sedang ditinjau.`,
    approved: `Pendaftaran ${row.name} telah disetujui. e-Office sedang disiapkan; tautan aktivasi menyusul.`,
    rejected: `Pendaftaran ${row.name} belum dapat kami terima. Alasan: ${row.reason ?? '-'}`,
  }[about];
  return `Yth. ${row.contactName},

${body}

Perkembangannya dapat Anda lihat di:
${statusUrl}

Madangan`;
}

/** Mails to the contact of a sign-up. */
export function createSignupJobs(deps: {
  tenancy: Tenancy;
  secrets: Secrets;
  mail: Mail;
  publicUrl: string;
}): Job<object>[] {
  return [
    defineJob({
      kind: 'signup.notify',
      login: 'platform',
      payload: z.object({ signupId: z.uuid(), about: z.enum(['pending', 'approved', 'rejected']) }),
      async handle({ workId }, { signupId, about }) {
        const row = await deps.tenancy.readPlatform((read) => findSignup(read, signupId));
        if (!row) return;
        await deps.mail.send({
          to: { name: row.contactName, address: row.contactEmail },
          subject: `${subjects[about]}: ${row.name}`,
          text: textFor(row, about, `${deps.publicUrl}/daftar/${signupToken(deps.secrets, row.id)}`),
          id: `signup-${workId}`,
        });
      },
    }),
  ];
}
