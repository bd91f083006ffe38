export type { CatalogueDeps } from './deps.ts';
export { catalogueRoutes } from './routes.ts';
export { type CatalogueService, createCatalogueService } from './service.ts';
