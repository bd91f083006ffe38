export { createReportJobs } from './jobs.ts';
export { reportRoutes } from './routes.ts';
export { createReportService } from './service.ts';
