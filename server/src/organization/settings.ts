import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { given, type OrganizationDeps, recordAct } from './context.ts';
import { organizationProblems as problems } from './problems.ts';
import type { SettingsAnswer, UpdateSettings } from './schema.ts';
import { settings } from './tables.ts';

/** Settings are one row; the audit log wants an id for what was changed. */
const settingsId = '00000000-0000-0000-0000-000000000000';

async function getSettings(read: TenantRead): Promise<SettingsAnswer> {
  const [row] = await read.select().from(settings).limit(1);
  if (!row) throw new Error('an office without settings');
  const { emblemSvg, ...rest } = row;
  return { ...rest, hasEmblem: emblemSvg !== null, updatedAt: row.updatedAt.toISOString() };
}

export function settingsService({ tenancy, clock, patternFault }: OrganizationDeps) {
  return {
    get: (ctx: OfficeContext): Promise<SettingsAnswer> => tenancy.readTenant(ctx.tenant, getSettings),

    /** Numbers given so far stay as they are. @throws unusable_pattern */
    update: (ctx: OfficeContext, input: UpdateSettings): Promise<SettingsAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const fault = input.numberPattern === undefined ? null : patternFault(input.numberPattern);
        if (fault !== null) {
          throw problem(problems.unusablePattern, {
            detail: fault,
            errors: [{ path: 'numberPattern', message: fault }],
          });
        }
        const before = await getSettings(tx);
        const changes = given(input);
        await tx.update(settings).set({ ...changes, updatedAt: clock.now() });
        const pattern = changes.numberPattern;
        const detail = {
          changed: Object.keys(changes),
          ...(pattern ? { before: before.numberPattern, after: pattern } : {}),
        };
        await recordAct(tx, ctx, 'settings.changed', { kind: 'settings', id: settingsId }, detail);
        return getSettings(tx);
      }),
  };
}
