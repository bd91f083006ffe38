import { api, call } from '../../../lib/api.ts';

/** Letters this person may read whose subject or number holds the words. */
export async function findLetters(q: string) {
  const { items } = await call(api.GET('/letters', { params: { query: { q, limit: 6 } } }));
  return items;
}

/** People, positions and units by name. */
export async function findAddressees(q: string) {
  const { items } = await call(api.GET('/directory', { params: { query: { q } } }));
  return items.slice(0, 6);
}
