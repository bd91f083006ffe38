import type { Tenancy } from '../core/tenancy/index.ts';

export interface CatalogueDeps {
  tenancy: Tenancy;
}
