export { requireLetterType } from '../letter-types/index.ts';
export type { PublishedTemplate } from './adoption.ts';
export {
  createAdoptedTemplate,
  findAdoptedTemplate,
  portableContent,
  readPublishedTemplate,
  requireUsableCopy,
} from './adoption.ts';
export {
  classificationCode,
  readDefaults,
  type TemplateDefaults,
  templateDefaultsSchema,
  usableDefaults,
} from './defaults.ts';
export { mergeTemplates, sameValue, type TemplateContent } from './merge.ts';
export { addMergedVersion, type CopyState, lockCopy, readCopy } from './merging.ts';
export { copyProblems } from './problems.ts';
export { readDocx, templateRoutes } from './routes.ts';
export { type ImportAnswer, importAnswer } from './schema.ts';
export { createTemplateService } from './service.ts';
export { templates, templateVersions } from './tables.ts';
