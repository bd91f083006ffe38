export { cancelNumber, issueNumber, nextAgendaNumber } from './issue.ts';
export { numberingRoutes } from './routes.ts';
export { patternFault } from './rules.ts';
export { createNumberingService } from './service.ts';
