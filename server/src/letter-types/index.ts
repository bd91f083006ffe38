export { letterTypeProblems } from './problems.ts';
export { letterTypeRoutes } from './routes.ts';
export {
  type LetterPart,
  type LetterParts,
  letterParts,
  missingParts,
  signerCountFault,
  signerFault,
} from './rules.ts';
export { updateLetterTypeBody } from './schema.ts';
export { createLetterTypeService, findLetterType, requireLetterType } from './service.ts';
export { type LetterTypeRow, letterTypes } from './tables.ts';
