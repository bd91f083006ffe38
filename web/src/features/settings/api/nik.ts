import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../../lib/api.ts';

/** A person's NIK: personal data, kept only as long as it is looked at. */
export const nikOptions = (personId: string) =>
  queryOptions({
    queryKey: ['people', personId, 'nik'],
    queryFn: () => call(api.GET('/people/{id}/nik', { params: { path: { id: personId } } })),
    gcTime: 0,
  });
export const saveNik = (personId: string, nik: string | null) =>
  call(api.PUT('/people/{id}/nik', { params: { path: { id: personId } }, body: { nik } }));
