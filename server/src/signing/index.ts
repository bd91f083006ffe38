export { endLostBatches } from './batch-jobs.ts';
export { createSigning, type SigningCapability } from './capability.ts';
export { createSigningJobs } from './jobs.ts';
export { signingRoutes } from './routes.ts';
