/**
 * Who may do what within one regency, as one declared policy. The API asks it at each route and the interface gets
 * its answer as `permissions` of GET /me. Rights over one letter depend on the letter too (whose turn it is, who
 * takes part): those rules stand next to the letters and start from the same actor.
 */

export type PositionKind =
  | 'regent'
  | 'deputy_regent'
  | 'secretary'
  | 'unit_head'
  | 'division_head'
  | 'council_leader'
  | 'staff'
  | 'registrar'
  | 'administrator';

export type DelegatedAct = 'approve' | 'sign' | 'dispose';

/** A position the person acts for now: as its holder, or as a delegate for some acts. */
export interface ActingPosition {
  id: string;
  unitId: string;
  kind: PositionKind;
  title: string;
  /** definitif, plt, plh, pj, pjs; `delegate` when acting for an absent holder. */
  mode: 'definitif' | 'plt' | 'plh' | 'pj' | 'pjs' | 'delegate';
  /** Acts a delegate may do; a holder may do all. */
  acts: readonly DelegatedAct[];
  /** Of a delegate: whether the holder included secret letters. */
  secretLetters?: boolean;
}

/** The signed-in person of one regency, as loaded with the session on each request. */
export interface Actor {
  personId: string;
  sessionId: string;
  name: string;
  username: string;
  /** `admin`, `tu` and `arsiparis` are given to a person; the others follow from the positions held. */
  roles: readonly string[];
  positions: readonly ActingPosition[];
  permissions: ReadonlySet<Permission>;
}

const always = () => true;
const role =
  (...names: string[]) =>
  (roles: readonly string[]) =>
    names.some((name) => roles.includes(name));

/** The rights table: act → who. `employee` is every active person. */
const table = {
  'letters.draft': always,
  'letters.act': always,
  'letters.register': role('tu'),
  'letters.record-incoming': role('tu'),
  'numbers.reserve': role('tu'),
  'numbers.read': role('admin', 'tu', 'bupati', 'sekda', 'kadis'),
  'templates.read': always,
  'templates.manage': role('admin'),
  'catalogue.read': role('admin', 'sekda', 'bupati'),
  'catalogue.adopt': role('admin'),
  'comparison.read': role('admin', 'sekda', 'bupati', 'kadis'),
  'indices.manage': role('admin'),
  'adoptions.plan': role('admin', 'sekda'),
  'agreements.read': role('admin', 'sekda', 'bupati'),
  'agreements.draft': role('admin', 'sekda', 'bupati'),
  'agreements.sign': role('bupati'),
  'agreements.terminate': role('bupati'),
  'visits.manage': role('admin', 'sekda', 'bupati'),
  'organization.manage': role('admin'),
  'signing-keys.approve': role('admin'),
  'settings.manage': role('admin'),
  'reports.letters': role('admin', 'tu', 'bupati', 'sekda', 'kadis'),
  'archive.manage': role('tu', 'arsiparis'),
  'archive.centre': role('arsiparis'),
  'archive.schedule': role('admin', 'arsiparis'),
  'exchange.log': role('admin', 'tu', 'bupati', 'sekda', 'kadis'),
} satisfies Record<string, (roles: readonly string[]) => boolean>;

export type Permission = keyof typeof table;

const rolesOfPosition: Partial<Record<PositionKind, string>> = {
  regent: 'bupati',
  secretary: 'sekda',
  unit_head: 'kadis',
  division_head: 'kabid',
  staff: 'staf',
};

/** Roles of a person: those given, and those that the positions held (not delegated) bring. */
export function rolesOf(given: readonly string[], positions: readonly ActingPosition[]): string[] {
  const held = positions.filter((position) => position.mode !== 'delegate');
  const byPosition = held.flatMap((position) => rolesOfPosition[position.kind] ?? []);
  return [...new Set([...given, ...byPosition])];
}

const allPermissions = Object.keys(table) as Permission[];

export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(allPermissions.filter((act) => table[act](roles)));
}

/** Ids of the positions for which the actor may do an act: all held, and those delegated for it. */
export const positionsFor = (actor: Actor, act: DelegatedAct): string[] =>
  actor.positions.filter((p) => p.mode !== 'delegate' || p.acts.includes(act)).map((p) => p.id);
