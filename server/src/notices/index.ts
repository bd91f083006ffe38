export { noticeRoutes } from './routes.ts';
export { createNoticeService, type NoticeService } from './service.ts';
