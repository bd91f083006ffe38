export { type BounceAddresses, createBounceAddresses } from './bounce-address.ts';
export { takeBounce } from './bounces.ts';
export { createDeliveryJobs } from './jobs.ts';
export { deliveryRoutes } from './routes.ts';
export { createDeliveryService, type DeliveryService } from './service.ts';
export { deliveryTasks } from './tasks.ts';
