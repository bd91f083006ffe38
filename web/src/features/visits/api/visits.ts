import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, api, apiBase, authorizedFetch, type Body, call, newIdempotencyKey } from '../../../lib/api.ts';
import { toProblem } from '../../../lib/problem.ts';
import { queryClient } from '../../../lib/query-client.ts';

export type VisitItem = Answer<'/visits'>['items'][number];
export type Visit = Answer<'/visits/{id}'>;
export type VisitState = Visit['state'];
export type VisitFile = Visit['files'][number];
export type Lesson = Visit['lessons'][number];
export type NewVisit = Body<'/visits', 'post'>;
export type Step = Body<'/visits/{id}/steps', 'post'>;
export type LessonInput = Body<'/visits/{id}/lessons', 'post'>;
export type LetterKind = Body<'/visits/{id}/letters', 'post'>['kind'];

export type Direction = 'semua' | 'keluar' | 'masuk';
const directions = { keluar: 'guest', masuk: 'host' } as const;

/** Visits of the office, newest first: those it asks for, those asked of it, or both. */
export const visitsOptions = (direction: Direction) =>
  infiniteQueryOptions({
    queryKey: ['visits', 'list', direction],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/visits', {
          params: {
            query: {
              limit: 30,
              ...(direction === 'semua' ? {} : { direction: directions[direction] }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const visitOptions = (id: string) =>
  queryOptions({
    queryKey: ['visits', 'one', id],
    queryFn: () => call(api.GET('/visits/{id}', { params: { path: { id } } })),
  });

const headers = () => ({ 'idempotency-key': newIdempotencyKey() });
const of = (id: string) => ({ path: { id } });

async function keep(pending: Promise<Visit>): Promise<Visit> {
  const visit = await pending;
  queryClient.setQueryData(visitOptions(visit.id).queryKey, visit);
  void queryClient.invalidateQueries({ queryKey: ['visits', 'list'] });
  for (const topic of ['tasks', 'meetings']) void queryClient.invalidateQueries({ queryKey: [topic] });
  return visit;
}

/** @throws Problem `visit_invalid` with the fields at fault */
export const createVisit = (body: NewVisit, key: string) =>
  keep(call(api.POST('/visits', { body, headers: { 'idempotency-key': key } })));
/** @throws Problem `stale_version` when somebody was faster; so do all below */
export const editVisit = (id: string, body: Body<'/visits/{id}', 'patch'>) =>
  keep(call(api.PATCH('/visits/{id}', { params: of(id), body })));
export const takeStep = (id: string, body: Step) =>
  keep(call(api.POST('/visits/{id}/steps', { params: of(id), body, headers: headers() })));
export const keepForUs = (id: string, body: Body<'/visits/{id}/keeping', 'patch'>) =>
  keep(call(api.PATCH('/visits/{id}/keeping', { params: of(id), body })));
export const draftLetter = (id: string, kind: LetterKind) =>
  call(api.POST('/visits/{id}/letters', { params: of(id), body: { kind }, headers: headers() }));
export const shareFile = (id: string, visitFileId: string) =>
  keep(
    call(
      api.POST('/visits/{id}/files/{visitFileId}/share', {
        params: { path: { id, visitFileId } },
        headers: headers(),
      }),
    ),
  );
export const addLesson = (id: string, body: LessonInput) =>
  keep(call(api.POST('/visits/{id}/lessons', { params: of(id), body, headers: headers() })));
export const editLesson = (id: string, lessonId: string, body: LessonInput & { version: number }) =>
  keep(call(api.PATCH('/visits/{id}/lessons/{lessonId}', { params: { path: { id, lessonId } }, body })));
export const removeLesson = (id: string, lessonId: string) =>
  keep(call(api.DELETE('/visits/{id}/lessons/{lessonId}', { params: { path: { id, lessonId } } })));

/** @throws Problem `invalid_attachment` */
export function addFile(id: string, kind: VisitFile['kind'], file: File): Promise<Visit> {
  const body = new FormData();
  body.append('file', file);
  const send = async (): Promise<Visit> => {
    const init = { method: 'POST', body, headers: headers() };
    const response = await authorizedFetch(`${apiBase}/visits/${id}/files?kind=${kind}`, init);
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw toProblem(response, answer);
    return answer as Visit;
  };
  return keep(send());
}
