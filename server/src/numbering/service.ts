import type { Clock } from '../core/clock.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { createBookService } from './books.ts';
import { createChoiceService } from './choices.ts';
import { createPatternService } from './patterns.ts';
import { createReservationService } from './reservations.ts';

export type NumberingService = ReturnType<typeof createNumberingService>;

/** Numbers of letters: how they are made, taken ahead, decided about, and kept in books. */
export const createNumberingService = (deps: { tenancy: Tenancy; clock: Clock }) => ({
  patterns: createPatternService(deps),
  reservations: createReservationService(deps),
  choices: createChoiceService(deps),
  books: createBookService(deps),
});
