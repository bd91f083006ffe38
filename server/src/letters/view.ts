import { actsOf } from './acts.ts';
import type { HistoryRow, LetterView, RecipientView, StepView } from './find-letter.ts';
import { dayLabel } from './labels.ts';
import type { LetterRow } from './list-letters.ts';
import type { LetterState, Secrecy } from './rules.ts';
import type { LetterAnswer, LetterItem } from './schema.ts';
import { isSecret, maskedSubject, mayDownload } from './secrecy.ts';
import { isoTime, isoTimeOrNull } from './sql.ts';
import type { ParticipantReason } from './tables.ts';

/** What the viewer may do for positions, as the acts' rules ask it. */
export interface Viewer {
  personId: string;
  approvePositions: readonly string[];
  signPositions: readonly string[];
  /** How the viewer stands at each position that they act for. */
  modes: ReadonlyMap<string, string>;
  timeZone: string;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function toItem(row: LetterRow, snippet: LetterItem['snippet'] = null): LetterItem {
  const access = row.access ?? 'envelope';
  const {
    access: _,
    turnPositionId,
    turnTitle,
    turnHolder,
    turnSince,
    typeName,
    to,
    dueAt,
    createdAt,
    updatedAt,
    ...rest
  } = row;
  return {
    ...(rest as Omit<
      LetterItem,
      'turn' | 'typeName' | 'to' | 'dueAt' | 'createdAt' | 'updatedAt' | 'access' | 'snippet'
    >),
    access,
    subject: access === 'full' ? row.subject : maskedSubject(row.secrecy as Secrecy),
    // Words of a secret letter are answered where its reading is put on record, and lists are not.
    snippet: access === 'full' && !isSecret(row.secrecy as Secrecy) ? snippet : null,
    typeName: typeName ?? row.type,
    to: { first: to.first, count: Number(to.count) },
    turn:
      turnPositionId === null || turnTitle === null
        ? null
        : { positionId: turnPositionId, title: turnTitle, holder: turnHolder, since: iso(turnSince) ?? '' },
    dueAt: iso(dueAt),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

const recipientOf = ({ role: _, ...recipient }: RecipientView) => ({
  ...recipient,
  deliveredAt: isoTimeOrNull(recipient.deliveredAt),
  readAt: isoTimeOrNull(recipient.readAt),
});

function chainOf(steps: readonly StepView[]): LetterAnswer['chain'] {
  const round = Math.max(0, ...steps.map((step) => step.round));
  return steps
    .filter((step) => step.round === round)
    .map(({ round: _, ordinal: __, ...step }) => ({
      ...step,
      actedAt: isoTimeOrNull(step.actedAt),
      turnSince: isoTimeOrNull(step.turnSince),
      dueAt: isoTimeOrNull(step.dueAt),
      escalatedAt: isoTimeOrNull(step.escalatedAt),
    }));
}

/** Notes stand at the steps; the log names the step. Edits in a row by one person are one line. */
function historyOf(rows: readonly HistoryRow[], steps: readonly StepView[]): LetterAnswer['history'] {
  const told: LetterAnswer['history'] = [];
  for (const row of rows) {
    const { round, ordinal, version } = row.detail;
    const step = steps.find((each) => each.round === round && each.ordinal === ordinal);
    const entry = {
      at: isoTime(row.at),
      actor: row.actor,
      position: row.positionTitle,
      action: row.action,
      note: step?.note ?? (typeof row.detail.note === 'string' ? row.detail.note : null),
      version: typeof version === 'number' ? version : null,
    };
    const last = told.at(-1);
    const continues = last?.action === 'letter.edited' && row.action === last.action && last.actor === row.actor;
    if (continues) told.pop();
    told.push(entry);
  }
  return told;
}

const actOfTurn: Partial<Record<LetterState, 'approve' | 'sign' | 'register' | 'dispose' | 'submit' | 'send'>> = {
  draft: 'submit',
  returned: 'submit',
  in_approval: 'approve',
  awaiting_signature: 'sign',
  signing: 'sign',
  signed: 'send',
  received: 'register',
  registered: 'dispose',
};

type Turn = NonNullable<LetterAnswer['turn']>;

/** Everyone whose turn it is: the open steps of the chain, or the one position that a letter waits for otherwise. */
function turnsIn(view: LetterView): Turn[] {
  const act = actOfTurn[view.state];
  if (!act) return [];
  const dueAt = iso(view.dueAt);
  const since = iso(view.turnSince) ?? view.updatedAt.toISOString();
  const open = view.steps.filter((step) => step.state === 'turn');
  if (open.length > 0) {
    return open.map((step) => ({
      positionId: step.positionId,
      title: step.title,
      holder: step.holder?.name ?? null,
      since: isoTimeOrNull(step.turnSince) ?? since,
      dueAt: isoTimeOrNull(step.dueAt) ?? dueAt,
      act: step.act,
    }));
  }
  if (view.turn) {
    const { positionId, title, holder } = view.turn;
    return [{ positionId, title, holder: holder?.name ?? null, since, dueAt, act }];
  }
  const isDrafters = view.state === 'draft' || view.state === 'returned' || view.state === 'signed';
  if (!isDrafters || !view.drafter) return [];
  return [{ positionId: null, title: 'Penyusun', holder: view.drafter.name, since, dueAt, act }];
}

const askedFor: Record<string, string> = {
  approve: 'paraf',
  sign: 'tanda tangan',
  register: 'agenda',
  dispose: 'disposisi',
  submit: 'pengajuan',
  send: 'pengiriman',
};

function turnSentence(turns: readonly Turn[], timeZone: string): string | null {
  const [first] = turns;
  if (!first) return null;
  const names = turns.map(({ title, holder }) => (holder === null ? title : `${title} (${holder})`));
  const list = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' dan ');
  return `${askedFor[first.act] ?? ''} ${list} sejak ${dayLabel(new Date(first.since), timeZone)}`;
}

/** The open step that the viewer may act on. */
function actingOf(view: LetterView, viewer: Viewer): LetterAnswer['acting'] {
  const step = view.steps.find(
    ({ state, act, positionId }) =>
      state === 'turn' && (act === 'sign' ? viewer.signPositions : viewer.approvePositions).includes(positionId),
  );
  if (!step) return null;
  const mode = viewer.modes.get(step.positionId) ?? 'definitif';
  return { positionId: step.positionId, title: step.title, mode };
}

const seat = (position: { positionId: string } | null, positions: readonly string[]): boolean =>
  position !== null && positions.includes(position.positionId);

/** Whether the viewer signs: now, for the signature that is due; else at all, for any of the last round. */
function maySign(view: LetterView, viewer: Viewer): boolean {
  const due = view.steps.find((step) => step.act === 'sign' && step.state === 'turn');
  if (due) return seat(due, viewer.signPositions);
  const round = Math.max(0, ...view.steps.map((step) => step.round));
  const signers = view.steps.filter((step) => step.round === round && step.act === 'sign');
  return [view.signer, ...signers].some((each) => seat(each, viewer.signPositions));
}

const insiders: readonly ParticipantReason[] = ['drafter', 'author', 'approver', 'signer', 'registrar'];

/** Whether the reader belongs to those who made the letter: an addressee reads what was sent, not how it came about. */
export const isInside = (
  direction: 'outgoing' | 'incoming',
  reasons: readonly { reason: ParticipantReason }[],
): boolean => direction === 'incoming' || reasons.some((each) => insiders.includes(each.reason));

const openToAddressees = ['letter.signed', 'letter.sent', 'letter.cancelled'];

/** What a registrar may be told of how a secret letter went. */
const openToRegistrars = [
  'letter.recorded',
  'letter.received',
  'letter.registered',
  'letter.opened',
  ...openToAddressees,
];

/** A secret letter as a registrar handles it: what stands on the envelope, and what is to be done with it. */
function toEnvelope(answer: LetterAnswer): LetterAnswer {
  return {
    ...answer,
    access: 'envelope',
    mayDownload: false,
    subject: maskedSubject(answer.secrecy),
    body: null,
    attachmentNote: null,
    attachments: [],
    file: null,
    template: null,
    verifyCode: null,
    authors: [],
    chain: [],
    versions: [],
    history: answer.history
      .filter((each) => openToRegistrars.includes(each.action))
      .map((each) => ({ ...each, note: null })),
  };
}

/** The whole answer of GET /letters/{id}, acts and reasons included. */
export function toAnswer(view: LetterView, viewer: Viewer): LetterAnswer {
  const answer = toFullAnswer(view, viewer);
  return view.reasons.every((each) => each.sealed) ? toEnvelope(answer) : answer;
}

function toFullAnswer(view: LetterView, viewer: Viewer): LetterAnswer {
  const turns = turnsIn(view);
  const acting = actingOf(view, viewer);
  const dueSignature = view.steps.find((step) => step.act === 'sign' && step.state === 'turn');
  const inside = isInside(view.direction, view.reasons);
  const registry = view.direction === 'incoming' ? null : (view.signer?.unitId ?? view.unit?.id);
  const acts = actsOf({
    direction: view.direction,
    state: view.state,
    isDrafter: view.drafterId === viewer.personId,
    isAuthor: view.reasons.some((each) => each.reason === 'author'),
    drafterName: view.drafter?.name ?? null,
    mayApproveNow: view.state === 'in_approval' && acting !== null,
    maySign: maySign(view, viewer),
    signerTitle: (dueSignature ?? view.signer)?.title ?? null,
    turn: turnSentence(turns, viewer.timeZone),
    isRegistrar: view.reasons.some((each) => each.reason === 'registrar' && (!registry || each.unitId === registry)),
    isOnDispositionLine: view.reasons.some((each) => each.reason === 'routed' || each.reason === 'disposition'),
  });
  const recipientsOf = (role: 'to' | 'copy') => view.recipients.filter((each) => each.role === role).map(recipientOf);
  const {
    reasons: _,
    steps,
    history,
    versions,
    templateId,
    templateVersion,
    senderKind,
    senderSlug,
    senderName,
    receivedAt,
    agendaNumber,
    registeredAt,
    routedTo,
    drafterId: __,
    turnSince: ___,
    ...rest
  } = view;
  return {
    ...rest,
    access: 'full',
    mayDownload: mayDownload(view.secrecy, view.reasons),
    typeName: view.typeName ?? view.type,
    signedAt: iso(view.signedAt),
    sentAt: iso(view.sentAt),
    createdAt: view.createdAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
    dueAt: iso(view.dueAt),
    template: templateId === null ? null : { id: templateId, version: templateVersion },
    recipients: recipientsOf('to'),
    copies: recipientsOf('copy'),
    authors: inside ? view.authors : [],
    chain: inside ? chainOf(steps) : [],
    turn: turns[0] ?? null,
    turns,
    acting,
    acts,
    history: historyOf(history, steps).filter((each) => inside || openToAddressees.includes(each.action)),
    versions: (inside ? versions : []).map((each) => ({ version: each.version, at: isoTime(each.at) })),
    incoming:
      senderKind === null
        ? null
        : {
            sender: { kind: senderKind, slug: senderSlug, name: senderName ?? '' },
            receivedAt: iso(receivedAt) ?? '',
            agendaNumber,
            registeredAt: iso(registeredAt),
            routedTo,
          },
  };
}
