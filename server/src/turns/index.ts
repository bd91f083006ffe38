export { turnRoutes } from './routes.ts';
export { createTurnService } from './service.ts';
export { startTurnWatch } from './watch.ts';
