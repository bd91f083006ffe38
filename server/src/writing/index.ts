export { attachmentType, cleanName } from './file-rules.ts';
export { writingRoutes } from './routes.ts';
export { createWritingService } from './service.ts';
export { fileFault, readUpload, type Upload } from './upload.ts';
