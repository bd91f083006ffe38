import { queryOptions } from '@tanstack/react-query';
import { type Answer, api, type Body, call } from '../api.ts';
import { queryClient } from '../query-client.ts';

export type Plan = Answer<'/agreements/{id}/plan'>;
export type Activity = Plan['activities'][number];
export type ActivityState = NonNullable<Activity['progress'][number]['state']>;
export type ProgressBody = Body<'/agreements/{id}/activities/{activityId}/progress', 'put'>;
export type EvaluationBody = Body<'/agreements/{id}/evaluation', 'put'>;

/** The work plan of an agreement and its evaluations: one's own, and those that partners share. */
export const planOptions = (id: string) =>
  queryOptions({
    queryKey: ['agreements', 'plan', id],
    queryFn: () => call(api.GET('/agreements/{id}/plan', { params: { path: { id } } })),
  });

/** What one's regency signed in a year, by its own numbers. */
export const registerOptions = (year: number) =>
  queryOptions({
    queryKey: ['agreements', 'register', year],
    queryFn: () => call(api.GET('/agreements/register', { params: { query: { year } } })),
  });

async function keep(id: string, pending: Promise<Plan>): Promise<void> {
  queryClient.setQueryData(planOptions(id).queryKey, await pending);
}

export const planActivity = (id: string, body: Body<'/agreements/{id}/activities', 'post'>) =>
  keep(id, call(api.POST('/agreements/{id}/activities', { params: { path: { id } }, body })));

export const dropActivity = (id: string, activityId: string) =>
  keep(id, call(api.DELETE('/agreements/{id}/activities/{activityId}', { params: { path: { id, activityId } } })));

export const reportProgress = (id: string, activityId: string, body: ProgressBody) =>
  keep(
    id,
    call(api.PUT('/agreements/{id}/activities/{activityId}/progress', { params: { path: { id, activityId } }, body })),
  );

export const evaluateAgreement = (id: string, body: EvaluationBody) =>
  keep(id, call(api.PUT('/agreements/{id}/evaluation', { params: { path: { id } }, body })));
