import type { Clock } from '../core/clock.ts';
import type { Tenancy } from '../core/tenancy/index.ts';

export interface CatalogueDeps {
  tenancy: Tenancy;
  clock: Clock;
}
