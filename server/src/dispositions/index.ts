export { createDispositionReminders } from './reminding.ts';
export { dispositionRoutes } from './routes.ts';
export { createDispositionService } from './service.ts';
export { dispositionTasks } from './tasks.ts';
