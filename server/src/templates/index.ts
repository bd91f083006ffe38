export { requireLetterType } from '../letter-types/index.ts';
export type { PublishedTemplate } from './adoption.ts';
export { createAdoptedTemplate, findAdoptedTemplate, portableContent, readPublishedTemplate } from './adoption.ts';
export {
  classificationCode,
  readDefaults,
  type TemplateDefaults,
  templateDefaultsSchema,
  usableDefaults,
} from './defaults.ts';
export { templateRoutes } from './routes.ts';
export { createTemplateService } from './service.ts';
export { templates, templateVersions } from './tables.ts';
