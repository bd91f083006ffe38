import { z } from 'zod';

export const loginBody = z.object({
  username: z.string().min(1).max(60),
  password: z.string().min(1).max(200),
  otp: z
    .string()
    .regex(/^\d{6}$/, 'enam angka')
    .optional(),
});

export const loginAnswer = z.object({
  accessToken: z.string(),
  expiresIn: z.number().int(),
  user: z.object({
    id: z.uuid(),
    name: z.string(),
    roles: z.array(z.string()),
    unitId: z.uuid().nullable(),
    positionId: z.uuid().nullable(),
  }),
});

export const consoleLoginAnswer = z.object({
  accessToken: z.string(),
  expiresIn: z.number().int(),
  user: z.object({ id: z.uuid(), name: z.string(), username: z.string(), roles: z.array(z.string()) }),
});

export const activateBody = z.object({ token: z.string().min(20).max(200), password: z.string().min(1).max(200) });

export const changePasswordBody = z.object({
  oldPassword: z.string().min(1).max(200),
  newPassword: z.string().min(1).max(200),
});
const language = z.enum(['id', 'en']);
export const preferencesBody = z.object({ language });

export const meAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  username: z.string(),
  roles: z.array(z.string()),
  unitId: z.uuid().nullable(),
  positionId: z.uuid().nullable(),
  positions: z.array(
    z.object({ id: z.uuid(), unitId: z.uuid(), title: z.string(), kind: z.string(), mode: z.string() }),
  ),
  permissions: z.array(z.string()),
  hasSigningKey: z.boolean(),
  language,
});

export const officeAnswer = z.object({
  slug: z.string().nullable(),
  name: z.string(),
  kind: z.string().nullable(),
  accent: z.string().nullable(),
  markSvg: z.string().nullable(),
  timeZone: z.string(),
  demo: z.boolean(),
});
