import { z } from 'zod';
import { emailAddress, newSlug, regionCode } from '../tenants/index.ts';

const instant = z.string().meta({ format: 'date-time' });

export const signupBody = z.object({
  regionCode,
  slug: newSlug,
  contact: z.object({
    name: z.string().trim().min(2).max(120),
    email: emailAddress,
    phone: z
      .string()
      .trim()
      .regex(/^\+?[0-9 ()-]{6,40}$/, 'Nomor telepon tidak sesuai.'),
    position: z.string().trim().min(2).max(160),
  }),
});
export const signupAccepted = z.object({
  id: z.string(),
  /** For the page where the sign-up's state can be read; also sent by mail. */
  token: z.string(),
});
export const tokenParams = z.object({ token: z.string().min(20).max(100) });
export const signupStatus = z.object({
  id: z.string(),
  /** The sign-up's state until it is approved, then the regency's. */
  state: z.enum(['pending', 'rejected', 'approved', 'provisioning', 'active', 'failed']),
  name: z.string(),
  slug: z.string(),
  url: z.string(),
  reason: z.string().nullable(),
  createdAt: instant,
  decidedAt: instant.nullable(),
});

export const signupListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.uuid().optional(),
  state: z.enum(['pending', 'approved', 'rejected']).optional(),
});
const signupItem = z.object({
  id: z.string(),
  regionCode: z.string(),
  name: z.string(),
  province: z.string(),
  slug: z.string(),
  state: z.enum(['pending', 'approved', 'rejected']),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string(), position: z.string() }),
  reason: z.string().nullable(),
  createdAt: instant,
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
});
export const signupList = z.object({ items: z.array(signupItem), nextCursor: z.string().nullable() });
export const idParams = z.object({ id: z.uuid() });
export const rejectBody = z.object({ reason: z.string().trim().min(3).max(1000) });
export const approved = z.object({
  id: z.string(),
  tenant: z.object({ slug: z.string(), status: z.string() }),
  jobId: z.string(),
});
export const rejected = z.object({ id: z.string(), state: z.literal('rejected') });
