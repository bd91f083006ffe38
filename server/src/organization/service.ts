import { assignmentService } from './assignments.ts';
import type { OrganizationDeps } from './context.ts';
import { delegationService } from './delegations.ts';
import { directoryService } from './directory.ts';
import { personService } from './people.ts';
import { positionService } from './positions.ts';
import { settingsService } from './settings.ts';
import { unitService } from './units.ts';

export type OrganizationService = ReturnType<typeof createOrganizationService>;

/** Units, posts, people, who holds what, and the office's settings. */
export const createOrganizationService = (deps: OrganizationDeps) => ({
  directory: directoryService(deps),
  units: unitService(deps),
  positions: positionService(deps),
  people: personService(deps),
  assignments: assignmentService(deps),
  delegations: delegationService(deps),
  settings: settingsService(deps),
});
