export { createSignupJobs } from './jobs.ts';
export { signupRoutes } from './routes.ts';
export { createSignupService } from './service.ts';
