export { catalogueRoutes } from './routes.ts';
export { createCatalogueService } from './service.ts';
