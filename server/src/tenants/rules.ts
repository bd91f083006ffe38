/** A regency's life, as `platform.tenant_transitions` allows it. */
export type TenantStatus = 'pending' | 'provisioning' | 'active' | 'suspended' | 'failed' | 'removing' | 'removed';

/** The named steps of provisioning, in order. Each may run again without harm; a finished one is not run again. */
export const provisioningSteps = [
  'database',
  'reference',
  'keys',
  'administrator',
  'demo',
  'isolation',
  'ready',
] as const;
export type ProvisioningStep = (typeof provisioningSteps)[number];

/** The steps that a regency goes through: demo letters only for demo regencies. */
export const stepsFor = (tenant: { demo: boolean }): ProvisioningStep[] =>
  provisioningSteps.filter((step) => step !== 'demo' || tenant.demo);

/** What the superadmin may do to a regency, and from which states. */
const acts = {
  retry: ['failed'],
  suspend: ['active'],
  resume: ['suspended'],
  export: ['active', 'suspended'],
  invite: ['active'],
  remove: ['pending', 'failed', 'active', 'suspended', 'removing'],
} as const satisfies Record<string, readonly TenantStatus[]>;
export type TenantAct = keyof typeof acts;

export const mayAct = (act: TenantAct, status: TenantStatus): boolean =>
  (acts[act] as readonly TenantStatus[]).includes(status);

/** Names that would be mistaken for a place of the platform's own, as addresses or as folders of files. */
const reserved = new Set(
  'admin api app assets auth cdn docs exports files ftp help imap mail metrics nasional ns ns1 ns2 platform pop public root smtp static status support www'.split(
    ' ',
  ),
);
export const isReservedSlug = (slug: string): boolean => reserved.has(slug);
