import { eq, sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import { pgError, type TenantRead, type TenantTx } from '../core/tenancy/index.ts';
import { given, likeWords, lockOrganization, type OrganizationDeps, recordAct, todayOf } from './context.ts';
import { organizationProblems as problems } from './problems.ts';
import type { CreatePerson, PeopleQuery, PersonAnswer, UpdatePerson } from './schema.ts';
import { people, personRoles } from './tables.ts';

type Role = PersonAnswer['roles'][number];
type Filter = { id?: string; words?: string[]; active?: boolean | null; cursor?: string | null; limit: number };

async function listPeople(read: TenantRead, today: string, filter: Filter): Promise<PersonAnswer[]> {
  const { id = null, words = [], active = null, cursor = null, limit } = filter;
  return read.execute<PersonAnswer>(sql`
    select p.id, p.username, p.name, p.nip, p.rank, p.email, p.active, p.password_hash is not null as activated,
      coalesce((select jsonb_agg(r.role order by r.role) from person_roles r where r.person_id = p.id), '[]') as roles,
      coalesce((select jsonb_agg(jsonb_build_object('id', pos.id, 'title', pos.title, 'unitId', u.id, 'unitName', u.name,
          'mode', a.mode, 'startsOn', a.starts_on) order by a.mode <> 'definitif', a.starts_on)
        from assignments a join positions pos on pos.id = a.position_id join units u on u.id = pos.unit_id
        where a.person_id = p.id and ${today}::date >= a.starts_on
          and (a.ends_on is null or ${today}::date <= a.ends_on)), '[]') as positions
    from people p
    where (${id}::uuid is null or p.id = ${id}::uuid) and (${active}::boolean is null or p.active = ${active}::boolean)
      and (${cursor}::uuid is null or p.id < ${cursor}::uuid)
      and p.name || ' ' || p.username || ' ' || coalesce(p.nip, '') ilike all(${sql.param(words)}::text[])
    order by p.id desc limit ${limit}`);
}

/** @throws person_not_found */
async function getPerson(read: TenantRead, today: string, id: string): Promise<PersonAnswer> {
  const [person] = await listPeople(read, today, { id, limit: 1 });
  if (!person) throw problem(problems.personNotFound);
  return person;
}

const taken = {
  people_username_key: { kind: problems.usernameTaken, path: 'username', message: 'Nama pengguna ini sudah dipakai.' },
  people_nip: { kind: problems.nipTaken, path: 'nip', message: 'NIP ini sudah terdaftar pada orang lain.' },
};

/** @throws username_taken, nip_taken */
async function write(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const constraint = pgError(error)?.constraint_name;
    if (constraint !== 'people_username_key' && constraint !== 'people_nip') throw error;
    const { kind, path, message } = taken[constraint];
    throw problem(kind, { detail: message, errors: [{ path, message }], cause: error });
  }
}

/** A regency without an administrator cannot help itself any more. @throws last_administrator */
async function requireAdministrator(tx: TenantTx): Promise<void> {
  const [admin] = await tx.execute(sql`select 1 from person_roles r join people p on p.id = r.person_id
    where r.role = 'admin' and p.active limit 1`);
  if (admin) return;
  throw problem(problems.lastAdministrator, {
    detail: 'Ini administrator aktif terakhir. Beri peran administrator kepada orang lain dahulu.',
  });
}

async function setRoles(tx: TenantTx, personId: string, roles: readonly Role[]): Promise<void> {
  await tx.delete(personRoles).where(eq(personRoles.personId, personId));
  if (roles.length > 0) await tx.insert(personRoles).values([...new Set(roles)].map((role) => ({ personId, role })));
}

export type Invitation = { invited: 'mail' | 'link'; activationUrl: string | null };

export function personService(deps: OrganizationDeps) {
  const { tenancy, clock } = deps;

  /** By mail where mail leaves and the person has an address: the job makes the link. Otherwise the link, once. */
  async function invite(tx: TenantTx, ctx: OfficeContext, person: PersonAnswer): Promise<Invitation> {
    await recordAct(tx, ctx, 'person.invited', { kind: 'person', id: person.id });
    if (deps.mailLeaves && person.email !== null) {
      await outbox.add(tx, 'person.invite', { personId: person.id });
      return { invited: 'mail', activationUrl: null };
    }
    const token = await deps.issueActivation(tx, person.id, clock.now());
    return { invited: 'link', activationUrl: deps.activationUrl(deps.publicUrl, ctx.tenant.slug, token) };
  }

  return {
    list: (ctx: OfficeContext, query: PeopleQuery): Promise<Page<PersonAnswer>> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const active = query.active === undefined ? null : query.active === 'true';
        const filter = { words: likeWords(query.q), active, cursor: query.cursor ?? null, limit: query.limit + 1 };
        return toPage(await listPeople(read, todayOf(ctx, clock), filter), query.limit);
      }),

    /** @throws person_not_found */
    get: (ctx: OfficeContext, id: string) =>
      tenancy.readTenant(ctx.tenant, (read) => getPerson(read, todayOf(ctx, clock), id)),

    /** Makes the person and the way in. @throws username_taken, nip_taken */
    create: async (ctx: OfficeContext, input: CreatePerson): Promise<PersonAnswer & Invitation> => {
      const made = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const id = newId();
        const { username, name, roles } = input;
        const { nip = null, rank = null, email = null } = input;
        await write(tx.insert(people).values({ id, username, name, nip, rank, email, createdAt: clock.now() }));
        await setRoles(tx, id, roles);
        await recordAct(tx, ctx, 'person.created', { kind: 'person', id }, { username, roles });
        const person = await getPerson(tx, todayOf(ctx, clock), id);
        return { ...person, ...(await invite(tx, ctx, person)) };
      });
      outbox.poke();
      return made;
    },

    /** Dismissing somebody ends all their sessions. @throws person_not_found, nip_taken, last_administrator */
    update: (ctx: OfficeContext, id: string, input: UpdatePerson): Promise<PersonAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const today = todayOf(ctx, clock);
        await lockOrganization(tx);
        const before = await getPerson(tx, today, id);
        const changes = given(input);
        if (Object.keys(changes).length > 0) await write(tx.update(people).set(changes).where(eq(people.id, id)));
        if (before.active && input.active === false) {
          await requireAdministrator(tx);
          await deps.endSessions(tx, id, clock.now());
          await recordAct(tx, ctx, 'person.dismissed', { kind: 'person', id });
        } else {
          await recordAct(tx, ctx, 'person.changed', { kind: 'person', id }, { changed: Object.keys(changes) });
        }
        await deps.holdersChanged(tx, today);
        return getPerson(tx, today, id);
      }),

    /** A new link for a first or a forgotten password. @throws person_not_found, person_inactive */
    invite: async (ctx: OfficeContext, id: string): Promise<Invitation> => {
      const invitation = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const person = await getPerson(tx, todayOf(ctx, clock), id);
        if (!person.active) throw problem(problems.personInactive, { detail: 'Aktifkan akun ini dahulu.' });
        return invite(tx, ctx, person);
      });
      outbox.poke();
      return invitation;
    },

    /** @throws person_not_found, last_administrator */
    setRoles: (ctx: OfficeContext, id: string, roles: readonly Role[]): Promise<PersonAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const today = todayOf(ctx, clock);
        await lockOrganization(tx);
        const before = await getPerson(tx, today, id);
        await setRoles(tx, id, roles);
        await requireAdministrator(tx);
        const detail = { before: before.roles, after: [...new Set(roles)] };
        await recordAct(tx, ctx, 'person.roles_changed', { kind: 'person', id }, detail);
        return getPerson(tx, today, id);
      }),
  };
}
