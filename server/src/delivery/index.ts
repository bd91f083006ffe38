export { createDeliveryJobs } from './jobs.ts';
export { deliveryRoutes } from './routes.ts';
export { createDeliveryService, type DeliveryService } from './service.ts';
