import type { Typesetter } from '../adapters/typesetting/index.ts';
import type { LetterService } from '../letters/index.ts';
import { createAnsweringService } from './answering.ts';
import { createCalendarService } from './calendar.ts';
import { createMeetingPapers } from './papers.ts';
import { createMeetingService, type MeetingDeps } from './service.ts';
import { createVisitorService } from './visitors.ts';

export type Meetings = ReturnType<typeof createMeetings>;

/** All of the agenda. */
export const createMeetings = (deps: MeetingDeps & { typesetter: Typesetter; letters: LetterService }) => ({
  service: createMeetingService(deps),
  answering: createAnsweringService(deps),
  papers: createMeetingPapers(deps),
  calendars: createCalendarService(deps),
  visitors: createVisitorService(deps),
});
