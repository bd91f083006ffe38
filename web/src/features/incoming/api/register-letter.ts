import { type Answer, api, apiBase, authorizedFetch, call } from '../../../lib/api.ts';
import { asProblem, toProblem } from '../../../lib/problem.ts';
import type { PageFile } from './pages.ts';

/** Enters a received letter into the agenda book and routes it. Answers the agenda number. */
export function registerLetter(
  letter: { id: string; version?: number | undefined },
  routeTo: string,
  alsoTo: string[] = [],
) {
  const body = { routeTo, alsoTo, ...(letter.version === undefined ? {} : { version: letter.version }) };
  return call(api.POST('/letters/{id}/register', { params: { path: { id: letter.id } }, body }));
}

/** Tells that the person has opened a letter that came in; its sender sees it as read. */
export function markOpened(id: string) {
  return call(api.POST('/letters/{id}/opened', { params: { path: { id } } }));
}

export type RecordedLetter = {
  senderName: string;
  number?: string;
  date?: string;
  subject: string;
  secrecy: Answer<'/letters/{id}'>['secrecy'];
  urgency: Answer<'/letters/{id}'>['urgency'];
  routeTo?: string;
  alsoTo?: string[];
};
type Recorded = { id: string; agendaNumber: string | null };

/**
 * Records a letter from outside with its pages (PDF, JPEG or PNG), which become one PDF, and its attachments.
 * @param key the same for the same attempt, so that a letter sent twice on a weak connection is recorded once
 * @throws Problem
 */
export async function recordLetter(
  letter: RecordedLetter,
  pages: readonly PageFile[],
  attachments: readonly PageFile[],
  key: string,
): Promise<Recorded> {
  const form = new FormData();
  form.set('letter', JSON.stringify({ ...letter, rotate: pages.map(({ rotate }) => rotate) }));
  for (const { file } of pages) form.append('file', file);
  for (const { file } of attachments) form.append('attachment', file);
  const headers = { 'idempotency-key': key };
  let response: Response;
  try {
    response = await authorizedFetch(`${apiBase}/incoming-letters`, { method: 'POST', body: form, headers });
  } catch (error) {
    throw asProblem(error);
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toProblem(response, body);
  return body as Recorded;
}
