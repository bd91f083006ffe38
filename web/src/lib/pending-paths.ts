/**
 * Paths that the server's own document does not describe yet, written by hand. Each leaves this file as soon as
 * `api-types.ts` has it; screens then take their types from there.
 */
type Json<T> = { content: { 'application/json': T } };
type Query<Q> = { query?: Q; header?: never; path?: never; cookie?: never };
type Get<T, Q = never> = {
  parameters: Query<Q>;
  get: { parameters: Query<Q>; requestBody?: never; responses: { 200: Json<T> } };
};

type Addressee = { kind: 'unit' | 'position' | 'person' | 'tenant'; id: string; name: string; holder?: string | null };
type LetterItem = { id: string; subject: string | null; state: string };

export interface PendingPaths {
  /** Only what the navigation needs of it. */
  '/tasks': Get<{ counts: Record<string, number>; total: number }>;
  '/notices': Get<{ unread: number }, { limit?: number }>;
  '/directory': Get<{ items: Addressee[] }, { kind?: Addressee['kind']; q?: string }>;
  '/letters': Get<
    { items: LetterItem[]; nextCursor: string | null },
    { box?: string; q?: string; limit?: number; cursor?: string }
  >;
}
