export { letterTypeRoutes } from './routes.ts';
export {
  letterParts,
  missingParts,
  signerCountFault,
  signerFault,
} from './rules.ts';
export { updateLetterTypeBody } from './schema.ts';
export { createLetterTypeService, findLetterType, requireLetterType } from './service.ts';
export { type LetterTypeRow, letterTypes } from './tables.ts';
