import { eq, sql } from 'drizzle-orm';
import type { LetterBody } from '../adapters/typesetting/index.ts';
import { type Inputs, statement } from '../core/tenancy/index.ts';
import { type Holder, holderOf } from '../organization/index.ts';
import { type Reader, type ReadingReason, readingReasons } from './reader.ts';
import { json } from './sql.ts';
import { type DeliveryState, letters } from './tables.ts';

/** A position with its holder, as jsonb gives it. */
export interface PositionView {
  positionId: string;
  title: string;
  unitId: string;
  unitName: string;
  holder: Holder | null;
}

export interface RecipientView {
  id: string;
  role: 'to' | 'copy';
  kind: 'unit' | 'position' | 'tenant' | 'external';
  name: string;
  unitId: string | null;
  positionId: string | null;
  slug: string | null;
  email: string | null;
  address: string | null;
  delivery: DeliveryState;
  deliveredAt: string | null;
  readAt: string | null;
}

export interface StepView extends PositionView {
  round: number;
  ordinal: number;
  stage: number;
  act: 'approve' | 'sign';
  state: 'waiting' | 'turn' | 'done' | 'returned' | 'skipped';
  version: number;
  actedBy: string | null;
  actedAt: string | null;
  actedMode: string | null;
  note: string | null;
  turnSince: string | null;
  dueAt: string | null;
  escalatedAt: string | null;
}

export interface HistoryRow {
  at: string;
  actor: string;
  positionTitle: string | null;
  action: string;
  detail: Record<string, unknown>;
}

const position = (positionId: ReturnType<typeof sql>, today: unknown) => sql`(
  select jsonb_build_object('positionId', pos.id, 'title', pos.title, 'unitId', u.id, 'unitName', u.name,
    'holder', ${holderOf(sql`pos.id`, today)})
  from positions pos join units u on u.id = pos.unit_id where pos.id = ${positionId})`;

const recipients = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'kind', r.kind, 'name', r.name,
    'unitId', r.unit_id, 'positionId', r.position_id, 'slug', r.tenant_slug, 'email', r.email, 'address', r.address,
    'delivery', r.delivery, 'deliveredAt', r.delivered_at, 'readAt', r.read_at) order by r.role desc, r.ordinal), '[]')
  from letter_recipients r where r.letter_id = letters.id)`;

const steps = (
  today: unknown,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('round', s.round, 'ordinal', s.ordinal,
    'stage', s.stage, 'act', s.act, 'state', s.state, 'version', s.version, 'note', s.note, 'actedAt', s.acted_at,
    'actedMode', s.acted_mode, 'turnSince', s.turn_since, 'dueAt', s.due_at, 'escalatedAt', s.escalated_at,
    'actedBy', (select name from people where id = s.acted_by), 'positionId', pos.id, 'title', pos.title,
    'unitId', u.id, 'unitName', u.name, 'holder', ${holderOf(sql`pos.id`, today)}) order by s.round, s.ordinal), '[]')
  from letter_steps s join positions pos on pos.id = s.position_id join units u on u.id = pos.unit_id
  where s.letter_id = letters.id)`;

const history = sql`(select coalesce(jsonb_agg(jsonb_build_object('at', h.at, 'actor', h.actor_name,
    'positionTitle', h.position_title, 'action', h.action, 'detail', h.detail) order by h.id), '[]')
  from audit_log h where h.subject_kind = 'letter' and h.subject_id = letters.id)`;

const attachments = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size,
    'mediaType', f.media_type) order by a.ordinal), '[]')
  from letter_attachments a join files f on f.id = a.file_id where a.letter_id = letters.id)`;

const compile = (isRegistrar: boolean) =>
  statement((db, input: Inputs<Reader & { id: string; today: string }>) =>
    db
      .select({
        id: letters.id,
        direction: letters.direction,
        type: letters.type,
        typeName: sql<string | null>`(select t.name from letter_types t where t.code = letters.type)`,
        state: letters.state,
        subject: letters.subject,
        classification: letters.classification,
        classificationName: sql<
          string | null
        >`(select c.name from platform.classifications c where c.code = letters.classification)`,
        secrecy: letters.secrecy,
        urgency: letters.urgency,
        version: letters.version,
        body: json<LetterBody | null>(sql`letters.body`),
        bodyVersion: letters.bodyVersion,
        authors: json<{ id: string; name: string }[]>(
          sql`(select coalesce(jsonb_agg(jsonb_build_object('id', pe.id, 'name', pe.name) order by p.since, pe.id), '[]')
            from letter_participants p join people pe on pe.id = p.person_id
            where p.letter_id = letters.id and p.reason = 'author')`,
        ),
        attachmentNote: letters.attachmentNote,
        templateId: letters.templateId,
        templateVersion: letters.templateVersion,
        number: letters.number,
        date: letters.letterDate,
        verifyCode: letters.verifyCode,
        signedAt: letters.signedAt,
        sentAt: letters.sentAt,
        senderKind: letters.senderKind,
        senderSlug: letters.senderSlug,
        senderName: letters.senderName,
        receivedAt: letters.receivedAt,
        agendaNumber: letters.agendaNumber,
        registeredAt: letters.registeredAt,
        drafterId: letters.drafterId,
        turnSince: letters.turnSince,
        dueAt: letters.dueAt,
        createdAt: letters.createdAt,
        updatedAt: letters.updatedAt,
        unit: json<{ id: string; name: string } | null>(
          sql`(select jsonb_build_object('id', u.id, 'name', u.name) from units u where u.id = letters.unit_id)`,
        ),
        drafter: json<{ id: string; name: string } | null>(
          sql`(select jsonb_build_object('id', pe.id, 'name', pe.name) from people pe where pe.id = letters.drafter_id)`,
        ),
        signedBy: json<{ id: string; name: string } | null>(
          sql`(select jsonb_build_object('id', pe.id, 'name', pe.name) from people pe where pe.id = letters.signer_id)`,
        ),
        signingQueuedAt: sql<string | null>`(select to_json(q.queued_at) #>> '{}' from signing_queue q
          where q.letter_id = letters.id and letters.state in ('awaiting_signature', 'signing')
            and q.queued_at >= letters.turn_since order by q.seq limit 1)`,
        file: json<{ id: string; name: string; mediaType: string; size: number } | null>(
          sql`(select jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size)
            from files f where f.id = letters.file_id)`,
        ),
        signer: json<PositionView | null>(position(sql`letters.signer_position_id`, input.today)),
        turn: json<PositionView | null>(position(sql`letters.turn_position_id`, input.today)),
        routedTo: json<PositionView | null>(position(sql`letters.routed_to_position_id`, input.today)),
        recipients: json<RecipientView[]>(recipients),
        steps: json<StepView[]>(steps(input.today)),
        history: json<HistoryRow[]>(history),
        attachments: json<{ id: string; name: string; size: number; mediaType: string }[]>(attachments),
        versions: json<{ version: number; at: string }[]>(
          sql`(select coalesce(jsonb_agg(jsonb_build_object('version', v.version, 'at', v.created_at) order by v.version), '[]')
            from letter_versions v where v.letter_id = letters.id)`,
        ),
        reasons: json<ReadingReason[]>(readingReasons(sql`letters.id`, input, input.today, isRegistrar)),
      })
      .from(letters)
      .where(eq(letters.id, input.id))
      .limit(1),
  );

const forRegistrars = compile(true);
const forOthers = compile(false);

/** A letter with all that its page shows, and why the person may read it: an empty list of reasons means not at all. */
export const findLetter = (isRegistrar: boolean) => (isRegistrar ? forRegistrars : forOthers);
export type LetterView = Awaited<ReturnType<typeof forOthers>>[number];
