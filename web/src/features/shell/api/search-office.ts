import { api, call } from '../../../lib/api.ts';

/** Letters this person may read that hold the words, wherever in them. */
export async function findLetters(q: string, signal: AbortSignal) {
  const { items } = await call(api.GET('/letters', { params: { query: { q, limit: 6 } }, signal }));
  return items;
}

/** People, positions and units by name. */
export async function findAddressees(q: string) {
  const { items } = await call(api.GET('/directory', { params: { query: { q } } }));
  return items.slice(0, 6);
}
