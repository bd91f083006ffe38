export { dispositionRoutes } from './routes.ts';
export { createDispositionService, type DispositionService } from './service.ts';
export { dispositionTasks } from './tasks.ts';
