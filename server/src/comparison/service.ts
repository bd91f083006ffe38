import type { Clock } from '../core/clock.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { createComparing } from './comparing.ts';
import { createFigures } from './figures.ts';
import { createAdoptionPlans } from './plans.ts';
import { listSchemes } from './schemes.ts';

/** Indices of one's own and of partners, and what the office makes of the difference. */
export function createComparisonService(deps: { tenancy: Tenancy; clock: Clock }) {
  return {
    figures: createFigures(deps),
    comparing: createComparing(deps),
    plans: createAdoptionPlans(deps),
    schemes: (ctx: Parameters<Tenancy['readTenant']>[0]) =>
      deps.tenancy.readTenant(ctx, async (read) => ({ items: await listSchemes(read) })),
  };
}

export type ComparisonService = ReturnType<typeof createComparisonService>;
