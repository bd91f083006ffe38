export { actOnTenant } from './acts.ts';
export { activationUrl, officeUrl } from './addresses.ts';
export { composeClauses } from './agreement-text.ts';
export { exportTenant, listStoredFiles } from './archive/export.ts';
export { importTenant } from './archive/import.ts';
export { bootstrapPlatform } from './bootstrap.ts';
export { createFindTenant } from './find-tenant.ts';
export { createTenantJobs, type TenantJobDeps } from './jobs.ts';
export { fillVariables } from './letter-body-schema.ts';
export { orderTenant } from './orders.ts';
export { exchangeKeyAad } from './provisioning/keys.ts';
export { findRegion, findTenantRow, listRegencies, listTenantRows } from './repository.ts';
export { tenantRoutes } from './routes.ts';
export { emailAddress, newSlug, regionCode } from './schema.ts';
export { createTenantService } from './service.ts';
export {
  type DemoLetter,
  indexInstruments,
  loadAgreementClauses,
  loadDefaultTemplates,
  loadDemoLetters,
  loadIndicators,
  loadSkeleton,
  resolveOffset,
  resolveVariables,
} from './tenant-files.ts';
