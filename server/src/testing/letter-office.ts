import { type SQL, sql } from 'drizzle-orm';
import { newId } from '../core/ids.ts';
import { createTestOffice, type TestOffice, type TestServer } from './office.ts';

const usernames = ['bupati', 'sekda', 'kadis', 'kabid', 'staf', 'tu', 'admin', 'kadisdik', 'stafdik'] as const;
/** The demo's seven, and head and staff of another dinas, who have nothing to do with the first. */
export type Username = (typeof usernames)[number];

export interface LetterOffice extends TestServer, Omit<TestOffice, 'people'> {
  usernames: readonly Username[];
  people: Record<Username, string>;
  positions: Record<Username, string>;
  names: Record<Username, string>;
  /** Id of a unit by its code, such as `Disdik`. */
  units: Record<string, string>;
  /** Runs a query as the office's own login. */
  query<T extends Record<string, unknown>>(query: SQL): Promise<T[]>;
}

/** A test office with a second dinas that has people, for tests of who may read and act. Close it in `afterAll`. */
export async function createLetterOffice(): Promise<LetterOffice> {
  const office = await createTestOffice();
  const query = <T extends Record<string, unknown>>(text: SQL) =>
    office.tenancy.withTenant(office.tenant, async (tx) => [...(await tx.execute(text))] as unknown as T[]);
  await query(sql`insert into positions (id, unit_id, title, kind, superior_id)
    select ${newId()}::uuid, u.id, 'Staf Dinas Pendidikan', 'staff', p.id from units u join positions p on p.unit_id = u.id
    where u.code = 'Disdik'`);
  for (const [username, title] of [
    ['kadisdik', 'Kepala Dinas Pendidikan'],
    ['stafdik', 'Staf Dinas Pendidikan'],
  ]) {
    const id = newId();
    await query(sql`insert into people (id, username, name, password_hash)
      select ${id}::uuid, ${username}, ${`Uji ${username}`}, password_hash from people where username = 'staf'`);
    await query(sql`insert into assignments (id, person_id, position_id, starts_on)
      select ${newId()}::uuid, ${id}::uuid, id, '2020-01-01' from positions where title = ${title}`);
  }
  type Row = { username: Username; name: string; person: string; position: string };
  const rows = await query<Row>(sql`select pe.username, pe.name, pe.id as person, a.position_id as position
    from people pe join assignments a on a.person_id = pe.id`);
  const by = (pick: (row: Row) => string) =>
    Object.fromEntries(rows.map((row) => [row.username, pick(row)])) as Record<Username, string>;
  const units = await query<{ code: string; id: string }>(sql`select code, id from units`);
  return {
    ...office,
    usernames,
    people: by((row) => row.person),
    positions: by((row) => row.position),
    names: by((row) => row.name),
    units: Object.fromEntries(units.map((unit) => [unit.code, unit.id])),
    query,
  };
}
