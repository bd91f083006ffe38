export { createDocuments } from './documents.ts';
export { type Documents, type FoundText, PageError, type PageFault, type PageSource } from './port.ts';
