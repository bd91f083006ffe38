import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, apiBase, authorizedFetch, type Body, call } from '../../../lib/api.ts';
import { asProblem, toProblem } from '../../../lib/problem.ts';
import { queryClient } from '../../../lib/query-client.ts';

export type OpenedDraft = Answer<'/letters/{id}/draft'>;
export type Comments = Answer<'/letters/{id}/comments'>;
export type Comment = Comments['items'][number];
export type NewComment = Body<'/letters/{id}/comments', 'post'>;
export type Attachments = Answer<'/letters/{id}/attachments'>;
export type Attachment = Attachments['items'][number];

const of = (id: string) => ({ params: { path: { id } } });

/** The body as the editor opens it, with its version. Asked for anew each time the desk is opened. */
export const openDraft = (id: string) => call(api.GET('/letters/{id}/draft', of(id)));

export const sendSteps = (id: string, body: Body<'/letters/{id}/steps', 'post'>) =>
  call(api.POST('/letters/{id}/steps', { ...of(id), body }));

export const stepsSince = (id: string, since: number) =>
  call(api.GET('/letters/{id}/steps', { params: { path: { id }, query: { since } } }));

export const sayPresent = (id: string, body: Body<'/letters/{id}/presence', 'post'>) =>
  call(api.POST('/letters/{id}/presence', { ...of(id), body }));

export const commentsOptions = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id, 'comments'],
    queryFn: () => call(api.GET('/letters/{id}/comments', of(id))),
  });

export const presentOptions = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id, 'presence'],
    queryFn: () => call(api.GET('/letters/{id}/presence', of(id))),
    refetchInterval: 20_000,
  });

async function keepComments(id: string, pending: Promise<Comments>): Promise<Comments> {
  const comments = await pending;
  queryClient.setQueryData(commentsOptions(id).queryKey, comments);
  return comments;
}

export const addComment = (id: string, body: NewComment) =>
  keepComments(id, call(api.POST('/letters/{id}/comments', { ...of(id), body })));

export type Decision = 'resolve' | 'accept' | 'decline';
export const decideComment = (id: string, commentId: string, decision: Decision) =>
  keepComments(
    id,
    call(api.POST(`/letters/{id}/comments/{commentId}/${decision}`, { params: { path: { id, commentId } } })),
  );

export const inviteAuthor = (id: string, personId: string) =>
  call(api.POST('/letters/{id}/authors', { ...of(id), body: { personId } }));
export const removeAuthor = (id: string, personId: string) =>
  call(api.DELETE('/letters/{id}/authors/{personId}', { params: { path: { id, personId } } }));

export const attachmentsOptions = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id, 'attachments'],
    queryFn: () => call(api.GET('/letters/{id}/attachments', of(id))),
  });

async function keepAttachments(id: string, pending: Promise<Attachments>): Promise<Attachments> {
  const attachments = await pending;
  queryClient.setQueryData(attachmentsOptions(id).queryKey, attachments);
  return attachments;
}

export const removeAttachment = (id: string, fileId: string) =>
  keepAttachments(id, call(api.DELETE('/letters/{id}/attachments/{fileId}', { params: { path: { id, fileId } } })));
export const orderAttachments = (id: string, fileIds: string[]) =>
  keepAttachments(id, call(api.PUT('/letters/{id}/attachments/order', { ...of(id), body: { fileIds } })));

async function upload<T>(path: string, file: File): Promise<T> {
  const body = new FormData();
  body.append('file', file, file.name);
  let response: Response;
  try {
    response = await authorizedFetch(`${apiBase}${path}`, { method: 'POST', body });
  } catch (error) {
    throw asProblem(error);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toProblem(response, answer);
  return answer as T;
}

/** @throws Problem `invalid_attachment`, `payload_too_large` */
export const attachFile = (id: string, file: File) =>
  keepAttachments(id, upload<Attachments>(`/letters/${id}/attachments`, file));

/** @throws Problem `invalid_attachment` */
export const addImage = (id: string, file: File) =>
  upload<Answer<'/letters/{id}/images', 'post'>>(`/letters/${id}/images`, file);
