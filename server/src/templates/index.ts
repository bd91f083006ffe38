export { requireLetterType } from '../letter-types/index.ts';
export type { PublishedTemplate } from './adoption.ts';
export { createAdoptedTemplate, findAdoptedTemplate, readPublishedTemplate } from './adoption.ts';
export { templateRoutes } from './routes.ts';
export { classificationCode, type TemplateDefaults, templateDefaultsSchema } from './schema.ts';
export { createTemplateService } from './service.ts';
export { letterTypes, templates, templateVersions } from './tables.ts';
