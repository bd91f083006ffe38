import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './office.route.ts';

export const agendaRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/agenda',
  validateSearch: (search: Record<string, unknown>): { lalu?: true } => (search.lalu === true ? { lalu: true } : {}),
  component: lazyRouteComponent(() => import('./agenda.page.tsx'), 'AgendaPage'),
});

export const newMeetingRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/agenda/baru',
  validateSearch: (search: Record<string, unknown>): { surat?: string } =>
    typeof search.surat === 'string' ? { surat: search.surat } : {},
  component: lazyRouteComponent(() => import('./edit-meeting.page.tsx'), 'NewMeetingPage'),
});

export const meetingRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/agenda/$meetingId',
  component: lazyRouteComponent(() => import('./meeting.page.tsx'), 'MeetingPage'),
});

export const editMeetingRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/agenda/$meetingId/ubah',
  component: lazyRouteComponent(() => import('./edit-meeting.page.tsx'), 'EditMeetingPage'),
});
