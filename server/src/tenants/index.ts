export { actOnTenant } from './acts.ts';
export { activationUrl, officeUrl } from './addresses.ts';
export { composeClauses } from './agreement-text.ts';
export { exportTenant, type Manifest } from './archive/export.ts';
export { importTenant } from './archive/import.ts';
export { type BootstrapDeps, bootstrapPlatform } from './bootstrap.ts';
export { createFindTenant } from './find-tenant.ts';
export { createTenantJobs, type TenantJobDeps } from './jobs.ts';
export { fillVariables } from './letter-body-schema.ts';
export { orderTenant } from './orders.ts';
export { exchangeKeyAad } from './provisioning/keys.ts';
export { findRegion, findTenantRow, listTenantRows, type TenantRow } from './repository.ts';
export { type TenantRouteDeps, tenantRoutes } from './routes.ts';
export { emailAddress, newSlug, regionCode } from './schema.ts';
export { createTenantService, type TenantService } from './service.ts';
export {
  type DemoLetter,
  loadAgreementClauses,
  loadDefaultTemplates,
  loadDemoLetters,
  loadTenantFiles,
  resolveOffset,
  resolveVariables,
  type TenantFile,
} from './tenant-files.ts';
