export { createReportJobs, type ReportJobDeps } from './jobs.ts';
export { reportRoutes } from './routes.ts';
export { createReportService, type ReportService } from './service.ts';
