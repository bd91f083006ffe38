export { createCatalogueJobs } from './jobs.ts';
export { createNationalTemplates, nationalTemplateRoutes } from './national.ts';
export { catalogueRoutes } from './routes.ts';
export { createCatalogueService } from './service.ts';
