export { createArchiveJobs } from './jobs.ts';
export { archiveRoutes } from './routes.ts';
export { type ArchiveService, createArchiveService } from './service.ts';
export { archiveTasks } from './tasks.ts';
