export { createAdoptionReminders } from './reminding.ts';
export { comparisonRoutes } from './routes.ts';
export { createComparisonService } from './service.ts';
export { adoptionTasks } from './tasks.ts';
