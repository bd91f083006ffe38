export { advanceJob, completeJob, failJob, findJob, insertJob, type JobRow } from './repository.ts';
export { jobRoutes } from './routes.ts';
export { createJobService, type JobDeps, type JobService } from './service.ts';
