export { taskRoutes } from './routes.ts';
export { createTaskService, type TaskService } from './service.ts';
export type { Task, TaskQuestion, TaskSource } from './source.ts';
