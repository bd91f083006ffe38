export { endLostBatches } from './batch-jobs.ts';
export { createSigning, type SigningCapability } from './capability.ts';
export { createSigningJobs } from './jobs.ts';
export { findSignatureRoots } from './provider-settings.ts';
export { signingQueueTasks } from './queue-tasks.ts';
export { signingRoutes } from './routes.ts';
