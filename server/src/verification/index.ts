export { verificationPages } from './pages.ts';
export { verificationRoutes } from './routes.ts';
export { createVerificationService } from './service.ts';
