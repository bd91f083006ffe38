import { type Answer, api, apiBase, authorizedFetch, call } from '../../../lib/api.ts';
import { asProblem, toProblem } from '../../../lib/problem.ts';

/** Enters a received letter into the agenda book and routes it. Answers the agenda number. */
export function registerLetter(letter: { id: string; version?: number | undefined }, routeTo: string) {
  const body = { routeTo, ...(letter.version === undefined ? {} : { version: letter.version }) };
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
};
type Recorded = { id: string; agendaNumber: string | null };

/** Records a letter from outside with its scan (PDF, JPEG or PNG, at most 25 MB). @throws Problem */
export async function recordLetter(letter: RecordedLetter, scan: File): Promise<Recorded> {
  const form = new FormData();
  form.set('letter', JSON.stringify(letter));
  form.set('file', scan);
  let response: Response;
  try {
    response = await authorizedFetch(`${apiBase}/incoming-letters`, { method: 'POST', body: form });
  } catch (error) {
    throw asProblem(error);
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toProblem(response, body);
  return body as Recorded;
}
