export type { AgreementDocument } from './agreement-document.ts';

export type { LetterBody } from './body.ts';
export { bodyText, letterBodySchema, missingVariables } from './body.ts';
export type { LetterImages } from './body-image.ts';
export {
  bodyVariables,
  checkTemplateBody,
  fillVariables,
  printAllParts,
  sampleValue,
  withoutPeople,
} from './body-template.ts';
export { personFields } from './body-values.ts';
export type { FontFamily } from './document-parts.ts';
export { fontFamilies, formatDate, markSchema } from './document-parts.ts';
export type { TypesettingErrorCode } from './errors.ts';
export { TypesettingError } from './errors.ts';
export type { DatePlacement, LetterDocument, LetterLayout } from './letter-document.ts';
export { datePlacements, letterLayouts } from './letter-document.ts';
export { qrSvg } from './qr.ts';
export type { ReportDocument } from './report-document.ts';
export type { Preview, Typesetter } from './typesetter.ts';
export { createTypesetter } from './typesetter.ts';
