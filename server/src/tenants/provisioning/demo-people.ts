import { sql } from 'drizzle-orm';
import { createPersonalKey } from '../../adapters/signing/index.ts';
import { publishRepresentative } from '../../agreements/index.ts';
import { audit } from '../../core/audit/index.ts';
import { dateIn } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { TenantRead } from '../../core/tenancy/index.ts';
import { hashPassword } from '../../identity/index.ts';
import { assignments, people, personRoles } from '../../organization/index.ts';
import type { TenantFile } from '../tenant-files.ts';
import { originOf } from './reference.ts';
import type { Order, ProvisioningDeps } from './step.ts';

type DemoPerson = TenantFile['people'][number];

/** Who signs letters in the demo: the leaders. */
const signers = new Set(['regent', 'secretary', 'unit_head', 'division_head']);

/** Name with titles as letters print it: `Dr. Laras Wiradinata, M.Si.` */
const fullName = ({ titlePrefix, name, titleSuffix }: DemoPerson): string =>
  `${titlePrefix ? `${titlePrefix} ` : ''}${name}${titleSuffix ? `, ${titleSuffix}` : ''}`;

type Post = { id: string; title: string; kind: string };

/** The positions of the regency's file by its codes; the database keeps title and unit, not the file's codes. */
async function postsByCode(read: TenantRead, file: TenantFile): Promise<Map<string, Post>> {
  const rows = await read.execute<Post & { unit: string }>(
    sql`select p.id, p.title, p.kind, u.code as unit from positions p join units u on u.id = p.unit_id`,
  );
  const found = new Map<string, Post>();
  for (const position of file.positions) {
    const row = rows.find((each) => each.unit === position.unitCode && each.title === position.title);
    if (row) found.set(position.code, row);
  }
  return found;
}

async function makeKey(order: Order, person: { id: string; name: string; title: string }, passphrase: string) {
  const id = newId();
  const key = await createPersonalKey({ passphrase, aad: { regency: order.slug, person: person.id, keyId: id } });
  const subject = { name: person.name, position: person.title, organization: order.name };
  return { id, personId: person.id, wrapped: key.wrapped, request: await key.certificationRequest(subject) };
}

/**
 * The demo people of the regency's file, all with the demo password, and signing keys for those who sign: requested by
 * the person and approved by the administrator, both of whom are this provisioning.
 * @returns how many were made; 0 when they are there already
 */
export async function makeDemoPeople(deps: ProvisioningDeps, order: Order): Promise<number> {
  const { demoPassword } = deps;
  const { file } = originOf(order);
  if (demoPassword === null || !file) throw new Error(`${order.slug} has no demo here`);
  const posts = await deps.tenancy.readTenant(order, async (read) => {
    const [known] = await read.execute(sql`select 1 from people limit 1`);
    return known ? null : postsByCode(read, file);
  });
  if (!posts) return 0;
  // One password, one hash: these accounts are public.
  const passwordHash = await hashPassword(demoPassword);
  const rows = file.people.map((person) => {
    const post = posts.get(person.positionCode);
    if (!post) throw new Error(`no position ${person.positionCode} in ${order.slug}`);
    return { id: newId(), person, name: fullName(person), post };
  });
  const keys = await Promise.all(
    rows
      .filter(({ post }) => signers.has(post.kind))
      .map(({ id, name, post }) => makeKey(order, { id, name, title: post.title }, demoPassword)),
  );
  const startsOn = dateIn(order.timeZone, new Date(deps.clock.now().getTime() - 365 * 86_400_000));
  await deps.tenancy.withTenant(order, async (tx) => {
    await tx.insert(people).values(
      rows.map(({ id, person, name }) => ({
        id,
        username: person.username,
        name,
        nip: person.nip,
        rank: person.rank === null ? null : [person.rank, person.grade].filter(Boolean).join(' / '),
        email: person.email,
        passwordHash,
      })),
    );
    const roles = rows.flatMap(({ id, person }) => person.roles.map((role) => ({ personId: id, role })));
    await tx.insert(personRoles).values(roles);
    await tx
      .insert(assignments)
      .values(rows.map(({ id, post }) => ({ id: newId(), personId: id, positionId: post.id, startsOn })));
    await publishRepresentative(tx, dateIn(order.timeZone, deps.clock.now()));
    const admin = roles.find(({ role }) => role === 'admin')?.personId ?? null;
    for (const key of keys) {
      await tx.execute(sql`insert into signing_keys
        (id, person_id, state, wrapped_key, certification_request, approved_by, approved_at)
        values (${key.id}::uuid, ${key.personId}::uuid, 'approved', ${key.wrapped}, ${key.request}, ${admin}::uuid, now())`);
    }
    for (const { id } of rows) {
      await audit(tx, {
        actor: { personId: null, name: 'Platform' },
        action: 'person.created',
        subject: { kind: 'person', id },
        detail: { demo: true },
      });
    }
  });
  return rows.length;
}

type Waiting = { id: string; personId: string; request: Buffer; name: string; title: string };

/** Gets the certificates of keys that are approved and have none; after a crash only those still missing. */
export async function certifyDemoSigners(deps: ProvisioningDeps, order: Order): Promise<void> {
  const waiting = await deps.tenancy.readTenant(order, (read) =>
    read.execute<Waiting>(sql`select k.id, k.person_id as "personId", k.certification_request as request, p.name, o.title
      from signing_keys k join people p on p.id = k.person_id
      join assignments a on a.person_id = p.id join positions o on o.id = a.position_id
      where k.state = 'approved'`),
  );
  for (const key of waiting) {
    const subject = { name: key.name, position: key.title, organization: order.name };
    const issued = await deps.authorities.issue(order, { keyId: key.id, request: key.request, subject, demo: true });
    await deps.tenancy.withTenant(order, async (tx) => {
      await tx.execute(sql`update signing_keys set state = 'active', certificate = ${issued.certificate},
        certificate_serial = ${issued.serial}, activated_at = now() where id = ${key.id}::uuid and state = 'approved'`);
      await audit(tx, {
        actor: { personId: null, name: 'Platform' },
        action: 'signing_key.certified',
        subject: { kind: 'person', id: key.personId },
        detail: { serial: issued.serial, demo: true },
      });
    });
  }
}
