export type { Letterhead, UnitKind } from './tables.ts';
export { assignments, delegations, people, personRoles, positions, settings, units } from './tables.ts';
