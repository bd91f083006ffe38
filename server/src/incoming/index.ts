export { markOpened } from './opening.ts';
export { findRoutable, type RoutablePosition, routeFault } from './positions.ts';
export { noticeSubject, receiveLetter } from './receive.ts';
export { findFrontUnit } from './registrars.ts';
export { incomingRoutes } from './routes.ts';
export { createIncomingService, type IncomingService } from './service.ts';
export { incomingTasks } from './tasks.ts';
