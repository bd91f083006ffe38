import { api, type Body, call, newIdempotencyKey } from '../../../lib/api.ts';
import { asProblem } from '../../../lib/problem.ts';
import type { sentChain } from '../chain.ts';
import type { LetterChange } from '../rules.ts';

/** Starts a draft. @throws Problem with the fields that were refused */
export function createLetter(body: Body<'/letters', 'post'>) {
  return call(api.POST('/letters', { body, headers: { 'idempotency-key': newIdempotencyKey() } }));
}

/** Starts a draft from a template; one that proposes no subject takes the template's name, to be changed. */
export async function createFromTemplate(template: { id: string; name: string }) {
  try {
    return await createLetter({ templateId: template.id, recipients: [], copies: [] });
  } catch (error) {
    if (!asProblem(error).errors.some(({ path }) => path === 'subject')) throw error;
    return createLetter({ templateId: template.id, subject: template.name, recipients: [], copies: [] });
  }
}

/** @throws Problem `stale_version` when it was changed elsewhere */
export function saveLetter(id: string, body: LetterChange) {
  return call(api.PATCH('/letters/{id}', { params: { path: { id } }, body }));
}

export function submitLetter(
  id: string,
  body: Partial<ReturnType<typeof sentChain>> & { version: number; bodyVersion?: number },
) {
  return call(api.POST('/letters/{id}/submit', { params: { path: { id } }, body }));
}

/** Gives a draft up; it stays readable as cancelled. */
export function discardLetter(id: string) {
  return call(api.POST('/letters/{id}/cancel', { params: { path: { id } }, body: {} }));
}
