export type { AdoptedTemplate, CatalogueDeps, PublishedTemplate, TemplateContent, TemplatePort } from './deps.ts';
export { catalogueRoutes } from './routes.ts';
export { type CatalogueService, createCatalogueService } from './service.ts';
