export { createOrganizationJobs } from './jobs.ts';
export { findOfficePaper, type OfficePaper } from './office-paper.ts';
export { organizationRoutes } from './routes.ts';
export { updateSettingsBody } from './schema.ts';
export { createOrganizationService } from './service.ts';
export { type Holder, holderOf } from './sql.ts';
export type { Letterhead } from './tables.ts';
export { assignments, people, personRoles, positions, settings, units } from './tables.ts';
