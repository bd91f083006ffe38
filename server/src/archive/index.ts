export { createArchiveJobs } from './jobs.ts';
export { archiveRoutes } from './routes.ts';
export { createArchiveService } from './service.ts';
export { archiveTasks } from './tasks.ts';
