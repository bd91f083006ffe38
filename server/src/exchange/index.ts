export { createExchangeJobs } from './jobs.ts';
export {
  findPartners,
  type Partner,
  type PreparedLetter,
  postLetter,
  prepareLetter,
  repostLetter,
} from './post.ts';
export { exchangeRoutes } from './routes.ts';
export { createExchangeService } from './service.ts';
