export { advanceJob, completeJob, failJob, insertJob, type JobRow } from './repository.ts';
export { jobRoutes } from './routes.ts';
export { createJobService } from './service.ts';
