import { eq } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { findHandlingReasons, letterNotFound, letters, type Moment } from '../letters/index.ts';
import { findDuplicates } from './duplicates.ts';
import { findLetterFile } from './files.ts';
import { isStanding, listRoutes, type RouteRow } from './routing.ts';
import type { RoutesAnswer } from './schema.ts';
import { listTexts } from './texts.ts';

const iso = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

interface Facts {
  state: string;
  isRegistrar: boolean;
  /** Routes of the person that stand. */
  own: readonly RouteRow[];
}

/** Every act on a letter's routes, with the reason where it is closed. */
function actsOf({ state, isRegistrar, own }: Facts): RoutesAnswer['acts'] {
  const notRegistered =
    state === 'registered'
      ? null
      : state === 'received'
        ? 'Surat ini belum diagendakan.'
        : 'Surat ini sudah diarsipkan.';
  const onlyAddressee = own.length === 0 ? 'Dilakukan oleh pejabat yang dituju.' : null;
  const isDone = own.every((route) => route.doneAt !== null);
  const reasons: Record<RoutesAnswer['acts'][number]['act'], string | null> = {
    close: onlyAddressee ?? notRegistered,
    send_back: onlyAddressee ?? notRegistered ?? (isDone ? 'Surat ini sudah Anda tindak lanjuti.' : null),
    route: isRegistrar ? notRegistered : 'Diteruskan oleh pencatat surat (TU).',
  };
  return (['close', 'send_back', 'route'] as const).map((act) => ({
    act,
    allowed: reasons[act] === null,
    reason: reasons[act],
  }));
}

/** @throws not_found for a letter that the person may not read, or that did not come in */
export async function describeRoutes(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  at: Moment,
): Promise<RoutesAnswer> {
  const [letter] = await read.select().from(letters).where(eq(letters.id, id)).limit(1);
  const reasons = letter ? await findHandlingReasons(read, ctx, id, at.today) : [];
  if (letter?.direction !== 'incoming' || reasons.length === 0) throw letterNotFound();
  const isRegistrar = reasons.some((each) => each.reason === 'registrar' && each.unitId === letter.unitId);
  const [routes, texts, file] = await Promise.all([
    listRoutes(read, id, at.today),
    listTexts(read, id),
    findLetterFile(read, id),
  ]);
  const { senderName, number, letterDate: date, state, version } = letter;
  const sha256 = file === null ? [] : [file.sha256];
  const duplicates = isRegistrar
    ? await findDuplicates(read, ctx, { senderName, number, date, sha256, except: id }, at.today)
    : [];
  const mine = positionsFor(ctx.actor, 'dispose');
  const own = routes.filter((route) => isStanding(route) && mine.includes(route.positionId));
  return {
    id,
    state,
    version,
    items: routes.map(({ unitId: _, ...route }) => ({
      ...route,
      routedAt: iso(route.routedAt) ?? '',
      readAt: iso(route.readAt),
      doneAt: iso(route.doneAt),
      withdrawnAt: iso(route.withdrawnAt),
    })),
    texts: texts.map((each) => ({ ...each, pages: each.pages === null ? null : Number(each.pages) })),
    duplicates,
    acts: actsOf({ state, isRegistrar, own }),
  };
}
