export { createVisitJobs } from './jobs.ts';
export { listIntendedAdoptions } from './lessons.ts';
export { visitRoutes } from './routes.ts';
export { createVisitService } from './service.ts';
export { visitTasks } from './tasks.ts';
