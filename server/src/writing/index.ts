export { writingRoutes } from './routes.ts';
export { createWritingService } from './service.ts';
