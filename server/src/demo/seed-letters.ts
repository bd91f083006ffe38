import { sql } from 'drizzle-orm';
import { type LetterBody, letterBodySchema } from '../adapters/typesetting/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import type { OfficeContext, OfficeTenant } from '../core/http/context.ts';
import type { Log } from '../core/queue/index.ts';
import type { Tenancy, Tenant, TenantRead } from '../core/tenancy/index.ts';
import type { LetterService } from '../letters/index.ts';
import { createFindTenant, type DemoLetter, loadDemoLetters, resolveOffset } from '../tenants/index.ts';
import { actAs } from './act-as.ts';
import { createDemoBodies, type DemoBodies } from './demo-body.ts';

type DemoOutgoing = Extract<DemoLetter, { direction: 'outgoing' }>;

export interface DemoDeps {
  tenancy: Tenancy;
  clock: Clock;
  letters: LetterService;
  log: Log;
  /** Signs one letter as the actor; the passphrase of demo signers is known here. */
  sign(ctx: OfficeContext, letterId: string): Promise<void>;
  send(ctx: OfficeContext, letterId: string): Promise<void>;
  /** Records an incoming demo letter and registers it where `routeTo` says so. */
  receive(
    registrar: OfficeContext,
    letter: Extract<DemoLetter, { direction: 'incoming' }>,
    routeTo: string | undefined,
  ): Promise<void>;
}

interface Ids {
  units: Map<string, string>;
  /** Code of a demo post → id of its position. */
  positions: Map<string, string>;
}

const usernames = ['bupati', 'sekda', 'kadis', 'kabid', 'staf', 'tu', 'admin'] as const;

async function readIds(read: TenantRead): Promise<Ids> {
  const units = await read.execute<{ code: string; id: string }>(sql`select code, id from units`);
  const positions = await read.execute<{ username: string; id: string }>(sql`
    select p.username, a.position_id as id from people p join assignments a on a.person_id = p.id`);
  return {
    units: new Map(units.map((row) => [row.code, row.id])),
    positions: new Map(positions.map((row) => [row.username, row.id])),
  };
}

function idOf(map: Map<string, string>, code: string): string {
  const id = map.get(code);
  if (id === undefined) throw new Error(`the demo names "${code}", which this office does not have`);
  return id;
}

type DemoRecipient = DemoOutgoing['recipients'][number];

function toRecipient(ids: Ids, recipient: DemoRecipient) {
  switch (recipient.kind) {
    case 'unit':
      return { kind: 'unit' as const, id: idOf(ids.units, recipient.unitCode) };
    case 'position':
      return { kind: 'position' as const, id: idOf(ids.positions, recipient.positionCode) };
    case 'external':
      return recipient;
  }
}

/** Brings one outgoing demo letter to the state it should have, starting from whatever state a crash left it in. */
async function seedOutgoing(
  deps: DemoDeps,
  as: (username: string) => Promise<OfficeContext>,
  office: { ids: Ids; templates: Map<string, string>; bodies: DemoBodies },
  letter: DemoOutgoing,
): Promise<void> {
  const { ids, templates, bodies } = office;
  const templateId = templates.get(bodies.templateName(letter));
  const { tenancy, letters, clock } = deps;
  const drafter = await as(letter.by);
  const today = dateIn(drafter.tenant.timeZone, clock.now());
  const [known] = await tenancy.readTenant(drafter.tenant, (read) =>
    read.execute<{ id: string }>(sql`select id from letters
      where direction = 'outgoing' and subject = ${letter.subject} and drafter_id = ${drafter.actor.personId}`),
  );
  const body: LetterBody = letterBodySchema.parse(bodies.body(letter, today));
  const id =
    known?.id ??
    (
      await letters.create(drafter, {
        ...(templateId === undefined ? {} : { templateId }),
        type: letter.type,
        subject: letter.subject,
        body,
        recipients: letter.recipients.map((recipient) => toRecipient(ids, recipient)),
        copies: letter.copies.map((recipient) => toRecipient(ids, recipient)),
        classification: letter.classification,
        secrecy: letter.secrecy,
        urgency: letter.urgency,
        attachmentNote: letter.attachmentNote ?? null,
        ...(letter.dueOffsetDays === undefined ? {} : { dueOn: resolveOffset(letter.dueOffsetDays, today) }),
      })
    ).id;
  if (letter.wantState === 'draft') return;

  const state = async () => (await letters.get(drafter, id)).state;
  if ((await state()) === 'draft') {
    await letters.submit(drafter, id, {
      approvers: letter.approvers.map((code) => idOf(ids.positions, code)),
      signer: idOf(ids.positions, letter.signer),
    });
  }
  for (const approver of letter.approvers.slice(0, letter.approvals)) {
    const ctx = await as(approver);
    const { chain } = await letters.get(drafter, id);
    const step = chain.find((each) => each.positionId === idOf(ids.positions, approver) && each.act === 'approve');
    if (step?.state === 'turn') await letters.approve(ctx, id, {});
  }
  if (letter.wantState === 'returned' && (await state()) === 'in_approval') {
    const next = letter.approvers[letter.approvals];
    if (next) await letters.return(await as(next), id, { note: letter.returnNote ?? 'Mohon diperbaiki.' });
  }
  const isFinal = letter.wantState === 'signed' || letter.wantState === 'sent';
  if (isFinal && ['awaiting_signature', 'signing'].includes(await state()))
    await deps.sign(await as(letter.signer), id);
  if (letter.wantState === 'sent' && (await state()) === 'signed') await deps.send(await as('tu'), id);
}

/**
 * Loads a demo regency's letters through the very use cases that people go through. Safe to run again after a crash:
 * each letter goes on from the state it is in.
 */
export async function seedDemoLetters(deps: DemoDeps, tenant: Tenant): Promise<void> {
  const { tenancy, clock } = deps;
  const office: OfficeTenant | null = await createFindTenant(tenancy)(tenant.slug);
  if (!office) throw new Error(`no regency ${tenant.slug}`);
  const contexts = new Map<string, OfficeContext>();
  for (const username of usernames)
    contexts.set(username, await actAs({ tenancy, clock, log: deps.log }, office, username));
  const as = async (username: string) => {
    const ctx = contexts.get(username);
    if (!ctx) throw new Error(`the demo has nobody called ${username}`);
    return ctx;
  };
  const { ids, templates } = await tenancy.readTenant(office, async (read) => ({
    ids: await readIds(read),
    templates: await read.execute<{ name: string; id: string }>(sql`select name, id from templates`),
  }));
  const filled = { ids, templates: new Map(templates.map((row) => [row.name, row.id])), bodies: createDemoBodies() };
  for (const letter of loadDemoLetters(tenant.slug)) {
    if (letter.direction === 'incoming') {
      const routeTo = letter.routeTo === undefined ? undefined : idOf(ids.positions, letter.routeTo);
      await deps.receive(await as('tu'), letter, routeTo);
    }
    if (letter.direction === 'outgoing') await seedOutgoing(deps, as, filled, letter);
  }
}
