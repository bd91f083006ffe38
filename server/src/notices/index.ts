export { noticeRoutes } from './routes.ts';
export { createNoticeService } from './service.ts';
