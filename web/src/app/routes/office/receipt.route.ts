import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const receiptRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/surat/$letterId/tanda-terima/$recipientId',
  component: lazyRouteComponent(() => import('./receipt.page.tsx'), 'ReceiptPage'),
});
