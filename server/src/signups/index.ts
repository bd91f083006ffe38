export { createSignupJobs } from './jobs.ts';
export { signupRoutes } from './routes.ts';
export { createSignupService, type SignupService } from './service.ts';
