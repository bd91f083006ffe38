import type { Authorities } from '../../authorities/index.ts';
import type { Clock } from '../../core/clock.ts';
import type { DatabaseAccess } from '../../core/db/client.ts';
import type { Tenancy, Tenant } from '../../core/tenancy/index.ts';
import type { ProvisioningStep } from '../rules.ts';

/** The regency as ordered. */
export type Order = Tenant & {
  name: string;
  regionCode: string;
  kind: 'kabupaten' | 'kota';
  timeZone: string;
  demo: boolean;
  adminName: string;
  adminEmail: string;
};

export type ProvisioningDeps = {
  tenancy: Tenancy;
  access: DatabaseAccess;
  authorities: Authorities;
  clock: Clock;
  /** Password and passphrase of demo people; null on an installation without a demo. */
  demoPassword: string | null;
  /** Loads the demo letters; may run again after a crash and must then add only what is missing. */
  seedDemo?: ((tenant: Tenant) => Promise<void>) | undefined;
  /** For tests: called when a step's work is done (`done`) and when that is written down (`marked`). */
  onPoint?: ((slug: string, step: ProvisioningStep, point: 'done' | 'marked') => void) | undefined;
};

/** One step's work. Safe to run again, also after a crash in its middle. @returns what to note, for the superadmin */
export type StepWork = (deps: ProvisioningDeps, order: Order) => Promise<string | undefined>;
