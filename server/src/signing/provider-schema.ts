import { z } from 'zod';
import { secrecies, urgencies } from '../letters/index.ts';

const instant = z.iso.datetime();
const pem = z
  .string()
  .trim()
  .max(100_000)
  .regex(/^-----BEGIN CERTIFICATE-----/, 'Tempelkan sertifikat dalam bentuk PEM.')
  .nullable();

const nik = z.string().regex(/^\d{16}$/, 'NIK terdiri atas 16 angka.');
export const nikBody = z.object({ nik: nik.nullable() });
export const nikAnswer = z.object({ nik: z.string().nullable() });

const connection = {
  apiVersion: z.enum(['v1', 'v2']).default('v2'),
  baseUrl: z
    .url({ protocol: /^https?$/, error: 'Isi alamat http atau https layanan Esign Client.' })
    .max(300)
    .nullable()
    .default(null),
  username: z.string().trim().min(1).max(200).nullable().default(null),
  /** Left out: the stored one stays. It is never given back. */
  password: z.string().min(1).max(500).optional(),
  tlsAuthorities: pem.default(null),
};

export const providerBody = z.object({
  provider: z.enum(['embedded', 'bsre']),
  ...connection,
  signatureRoots: pem.default(null),
  coordinatorName: z.string().trim().min(1).max(160).nullable().default(null),
  coordinatorContact: z.string().trim().min(1).max(160).nullable().default(null),
});
export type ProviderInput = z.infer<typeof providerBody>;

export const providerTestBody = z.object(connection);
export type ProviderTestInput = z.infer<typeof providerTestBody>;

const outage = z.object({ since: instant, fault: z.enum(['unavailable', 'misconfigured']) });

export const providerAnswer = z.object({
  provider: z.enum(['embedded', 'bsre']),
  apiVersion: z.enum(['v1', 'v2']),
  baseUrl: z.string().nullable(),
  username: z.string().nullable(),
  hasPassword: z.boolean(),
  tlsAuthorities: z.string().nullable(),
  signatureRoots: z.string().nullable(),
  coordinatorName: z.string().nullable(),
  coordinatorContact: z.string().nullable(),
  updatedAt: instant.nullable(),
  outage: outage.extend({ lastProbeAt: instant.nullable(), nextProbeAt: instant, queued: z.number().int() }).nullable(),
});
export type ProviderAnswer = z.infer<typeof providerAnswer>;

export const providerTestAnswer = z.object({
  result: z.enum(['ok', 'refused', 'wrong_address', 'unreachable']),
  /** What was found, in Indonesian. */
  message: z.string(),
});
export type ProviderTestAnswer = z.infer<typeof providerTestAnswer>;

export const queueAnswer = z.object({
  outage: outage.nullable(),
  items: z.array(
    z.object({
      id: z.uuid(),
      subject: z.string(),
      secrecy: z.enum(secrecies),
      urgency: z.enum(urgencies),
      number: z.string().nullable(),
      queuedAt: instant,
    }),
  ),
});
