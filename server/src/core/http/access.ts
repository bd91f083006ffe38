import type { z } from 'zod';
import type { Permission } from '../rights/index.ts';

/**
 * Who may call a route. Every route declares one in `config.access`; a route without one does not start.
 * `public` routes may still carry a tenant; `office` routes need a regency and a signed-in person, with a coarse
 * permission where the rights table has one; `console` routes are the superadmin's.
 */
export type Access =
  | { kind: 'public' }
  | { kind: 'public-office' }
  | { kind: 'office'; permission?: Permission }
  | { kind: 'console' };

/** Anyone, with or without a regency in the address. */
export const anyone: Access = { kind: 'public' };
/** Anyone, but only at a regency's address (sign-in). */
export const visitor: Access = { kind: 'public-office' };
/** Every signed-in person of the regency. */
export const signedIn: Access = { kind: 'office' };
/** Signed-in people with this permission. */
export const needs = (permission: Permission): Access => ({ kind: 'office', permission });
/** The platform's superadmin. */
export const superadmin: Access = { kind: 'console' };

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Set on POSTs that must not be replayed from an idempotency key (sign-in). */
    noIdempotency?: boolean;
    /** Members of the answer, such as an activation link, that are shown once and kept with no idempotency key. */
    shownOnce?: readonly string[];
    /** A body of multipart/form-data, for its description: JSON fields by name, and names of files. */
    multipart?: { fields: Readonly<Record<string, z.ZodType>>; files: readonly string[] };
  }
}
