export { verificationPages } from './pages.ts';
export { pkiRoutes } from './pki-routes.ts';
export { verificationRoutes } from './routes.ts';
export { createVerificationService } from './service.ts';
