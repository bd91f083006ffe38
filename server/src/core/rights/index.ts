export type { ActingPosition, Actor, DelegatedAct, Permission, PositionKind } from './policy.ts';
export { allPermissions, permissionsOf, positionsFor, rolesOf } from './policy.ts';
