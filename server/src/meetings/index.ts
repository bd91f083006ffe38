export { callOffMeeting, hostMeeting, readHostedMeeting } from './hosting.ts';
export { createMeetings } from './meetings.ts';
export { meetingRoutes } from './routes.ts';
export { meetingTasks } from './tasks.ts';
