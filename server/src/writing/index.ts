export { writingRoutes } from './routes.ts';
export { createWritingService, type WritingService } from './service.ts';
