export { taskRoutes } from './routes.ts';
export { createTaskService } from './service.ts';
export type { Task, TaskQuestion, TaskSource } from './source.ts';
