export { createExchangeJobs, type ExchangeJobDeps } from './jobs.ts';
export {
  findPartners,
  type OutgoingLetter,
  type Partner,
  type PreparedLetter,
  postLetter,
  prepareLetter,
} from './post.ts';
export { exchangeRoutes } from './routes.ts';
export { createExchangeService, type ExchangeService } from './service.ts';
