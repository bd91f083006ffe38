export type { ActingPosition, Actor, DelegatedAct, Permission, PositionKind } from './policy.ts';
export { permissionsOf, positionsFor, rolesOf } from './policy.ts';
