import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';

/** Longer than any passphrase may be; the policy answers with its own words. */
const passphrase = z.string().min(1).max(1000);

export const requestKeyBody = z.object({ passphrase });

const keyStates = ['requested', 'approved', 'active', 'revoked'] as const;

export const signingKeyAnswer = z.object({
  id: z.uuid(),
  person: z.object({ id: z.uuid(), name: z.string() }),
  state: z.enum(keyStates),
  serial: z.string().nullable(),
  validUntil: z.iso.datetime().nullable(),
  requestedAt: z.iso.datetime(),
  approvedAt: z.iso.datetime().nullable(),
  activatedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type SigningKeyAnswer = z.infer<typeof signingKeyAnswer>;

/** The key in use, and the one on its way; either may be missing. */
export const ownKeyAnswer = z.object({ active: signingKeyAnswer.nullable(), pending: signingKeyAnswer.nullable() });

export const listKeysQuery = pageQuery.extend({ state: z.enum(keyStates).optional() });
export type ListKeysQuery = z.infer<typeof listKeysQuery>;
export const keyPage = pageOf(signingKeyAnswer);

export const signBody = z.object({ passphrase, version: z.number().int().positive().optional() });
export type SignInput = z.infer<typeof signBody>;

export const voidBody = z.object({
  reason: z.string().trim().min(3).max(500),
  version: z.number().int().positive().optional(),
});
export type VoidInput = z.infer<typeof voidBody>;

/** Letters that one batch may hold. */
const maxBatch = 100;

export const signManyBody = z.object({
  ids: z
    .array(z.uuid())
    .min(1)
    .max(maxBatch)
    .refine((ids) => new Set(ids).size === ids.length, 'Surat yang sama disebut dua kali.'),
  passphrase,
});
export type SignManyInput = z.infer<typeof signManyBody>;

export const jobAnswer = z.object({ jobId: z.uuid() });
