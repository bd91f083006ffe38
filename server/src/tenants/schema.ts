import { z } from 'zod';
import { slugPattern } from '../core/tenancy/index.ts';
import { isReservedSlug } from './rules.ts';

const status = z.enum(['pending', 'provisioning', 'active', 'suspended', 'failed', 'removing', 'removed']);
const instant = z.string().meta({ format: 'date-time' });

/** The address that a regency may choose. */
export const newSlug = z
  .string()
  .regex(slugPattern, 'Gunakan 3–40 huruf kecil, angka, atau tanda hubung, diawali huruf.')
  .refine((slug) => !isReservedSlug(slug), 'Alamat ini dipakai oleh platform.');
export const regionCode = z.string().regex(/^\d\d\.\d\d$/, 'Kode daerah berbentuk 32.11.');
export const emailAddress = z.email('Alamat pos-el tidak sesuai.').max(200);

export const slugParams = z.object({ slug: z.string().max(60) });
export const jobParams = z.object({ id: z.uuid() });

export const tenantListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** The slug of the last one seen. */
  cursor: z.string().max(60).optional(),
  q: z.string().trim().max(100).optional(),
  status: status.optional(),
});

const tenantItem = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  regionCode: z.string(),
  kind: z.enum(['kabupaten', 'kota']),
  timeZone: z.string(),
  status,
  statusSince: instant,
  schemaVersion: z.number().int(),
  demo: z.boolean(),
  accent: z.string().nullable(),
  createdAt: instant,
  activatedAt: instant.nullable(),
});
export const tenantList = z.object({ items: z.array(tenantItem), nextCursor: z.string().nullable() });

const stepItem = z.object({
  step: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  milliseconds: z.number().nullable(),
  detail: z.string().nullable(),
});
export const tenantDetail = tenantItem.extend({
  admin: z.object({ name: z.string(), email: z.string() }),
  failure: z.string().nullable(),
  steps: z.array(stepItem),
  /** The job that provisions it; its result may hold the invitation, once. */
  jobId: z.string().nullable(),
});

export const tenantOrderBody = z.object({
  slug: newSlug,
  name: z.string().trim().min(3).max(120),
  regionCode,
  kind: z.enum(['kabupaten', 'kota']),
  admin: z.object({ name: z.string().trim().min(2).max(160), email: emailAddress }),
});
export const tenantOrdered = z.object({ tenant: z.object({ slug: z.string(), status }), jobId: z.string() });
export const statusAnswer = z.object({ slug: z.string(), status });

export const jobAnswer = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.enum(['queued', 'active', 'completed', 'failed']),
  progress: z.number().int(),
  tenant: z.string().nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
  error: z.string().nullable(),
});

export const regionQuery = z.object({
  q: z.string().trim().max(60).default(''),
  limit: z.coerce.number().int().min(1).max(600).default(20),
});
export const regionList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      kind: z.enum(['kabupaten', 'kota']),
      province: z.string(),
      timeZone: z.string(),
      slug: z.string().nullable(),
    }),
  ),
});
export const officeList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      kind: z.enum(['kabupaten', 'kota']),
      province: z.string(),
      accent: z.string().nullable(),
      markSvg: z.string().nullable(),
      url: z.string(),
    }),
  ),
});
export const invitationAnswer = z.object({ activationUrl: z.string() });
export const exportParams = z.object({ slug: z.string().regex(slugPattern), id: z.uuid() });
