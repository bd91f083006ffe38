import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { filtersOf } from './letter-filters.ts';
import { readerOf, turnPositions } from './reader.ts';
import { searchLetters } from './search-letters.ts';
import { toItem } from './view.ts';

/** The newest letters with these words, as the command palette lists them: the same search as the letters page. */
export async function findForPalette(
  read: TenantRead,
  ctx: Pick<OfficeContext, 'actor'>,
  search: { q: string; today: string; limit: number },
): Promise<{ id: string; subject: string; number: string | null }[]> {
  const inputs = { ...readerOf(ctx.actor), ...turnPositions(ctx.actor), ...filtersOf({}), cursor: null, party: '' };
  const rows = await searchLetters(read, 'all', { ...inputs, ...search }, 'newest');
  return rows.map((row) => toItem(row)).map(({ id, subject, number }) => ({ id, subject, number }));
}
