export { taskRoutes } from './routes.ts';
export { createTaskService } from './service.ts';
export type { Done, DoneSource, Task, TaskQuestion, TaskSource } from './source.ts';
