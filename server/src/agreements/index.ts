export type { AgreementDeps, SignerPort } from './deps.ts';
export { createAgreementJobs } from './jobs.ts';
export { createAgreementReminders } from './reminders.ts';
export { publishRepresentative } from './representative.ts';
export { agreementRoutes } from './routes.ts';
export type { AgreementAnswer } from './schema.ts';
export { createAgreementService } from './service.ts';
export { agreementTasks } from './tasks.ts';
