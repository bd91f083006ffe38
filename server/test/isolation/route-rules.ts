import { type TestOffice, testPassword } from '../../src/testing/office.ts';
import { idsOf, inDays, type OfficeIds, paragraph } from './furnished-office.ts';

type VisitIds = { visit: string; visitFile: string; lesson: string };
export type Shared = OfficeIds & {
  agreement: string;
  offer: string;
  newerOffer: string;
  question: string;
  partner: string;
} & VisitIds;

type Schema = { format?: string; properties?: Record<string, Schema> } & Record<string, unknown>;
export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1. */
  path: string;
  access: 'public' | 'office' | 'console';
  query: string[];
  /** Names of members of the body that hold ids. */
  bodyIds: string[];
};

type Document = {
  paths: Record<
    string,
    Record<
      string,
      {
        security?: object[];
        parameters?: { in: string; name: string }[];
        requestBody?: { content: Record<string, { schema: Schema }> };
      }
    >
  >;
};

/** Names under which a body's schema holds ids, at any depth; a list of ids counts under the list's name. */
function idMembers(schema: unknown, name = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('format' in schema && schema.format === 'uuid') return [name];
  return Object.entries(schema).flatMap(([key, value]): string[] => {
    if (key !== 'properties') return Array.isArray(value) || typeof value === 'object' ? idMembers(value, name) : [];
    return Object.entries(value as Record<string, unknown>).flatMap(([member, each]) => idMembers(each, member));
  });
}

export const keyOf = ({ method, path }: Pick<Operation, 'method' | 'path'>): string => `${method} ${path}`;

export function operationsOf(document: unknown): Operation[] {
  return Object.entries((document as Document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security = [], parameters = [], requestBody }]) => {
      const access =
        security.length === 0 ? 'public' : JSON.stringify(security).includes('console') ? 'console' : 'office';
      return {
        method: method.toUpperCase() as Operation['method'],
        path: path.replace('/api/v1', ''),
        access,
        query: parameters.filter((each) => each.in === 'query').map((each) => each.name),
        bodyIds: [...new Set(idMembers(requestBody?.content['application/json']?.schema))],
      };
    }),
  );
}

/** What the `{id}` after a path's first segment is an id of. A new kind of thing needs a line here. */
const idByCollection: Record<string, keyof Shared> = {
  letters: 'letter',
  templates: 'template',
  agreements: 'agreement',
  catalogue: 'offer',
  units: 'unit',
  positions: 'position',
  people: 'person',
  assignments: 'assignment',
  delegations: 'delegation',
  dispositions: 'disposition',
  'signing-keys': 'signingKey',
  jobs: 'job',
  reports: 'report',
  files: 'file',
  notices: 'notice',
  dossiers: 'dossier',
  disposals: 'disposal',
  'legal-holds': 'legalHold',
  'archive-packages': 'archivePackage',
  'retention-rules': 'retentionRule',
  'saved-searches': 'savedSearch',
  meetings: 'meeting',
  visits: 'visit',
  'number-patterns': 'numberPattern',
  'number-series': 'numberSeries',
  'number-reservations': 'numberReservation',
  'adoption-plans': 'adoptionPlan',
};
const idByParameter: Record<string, keyof Shared> = {
  recipientId: 'recipient',
  paperId: 'paper',
  fileId: 'attachment',
  commentId: 'comment',
  // No plan holds it: neither may be told from the other.
  activityId: 'comment',
  personId: 'person',
  visitFileId: 'visitFile',
  lessonId: 'lesson',
  version: 'version',
};

/** Routes that act on a letter that came in. */
const onReceived =
  /^\/letters\/\{id\}\/(register|opened|file|attachments|dispositions|routes|route|close|send-back|pdf)/;

/** A type that the owning office alone has. */
export const ownLetterType = 'naskah_milik_sendiri';

/** Queries that a route cannot do without. */
const demandedQueries: Record<string, string> = { 'GET /letters/{id}/steps': '?since=1' };

/** Routes that take one file; the body is a form with a picture. */
export const takesFile = new Set([
  'POST /letters/{id}/attachments',
  'POST /letters/{id}/images',
  'POST /visits/{id}/files',
]);

/** Puts an office's ids into a path. @throws for a parameter that no rule covers */
export function fillPath(operation: Operation, ids: Shared): string {
  const collection = operation.path.split('/')[1] ?? '';
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    // Types of letters go by a code: the owner alone has this one.
    if (name === 'code' && collection === 'letter-types') return ownLetterType;
    const kind = name === 'id' ? idByCollection[collection] : idByParameter[name];
    if (!kind)
      throw new Error(`no rule says what {${name}} of ${keyOf(operation)} is an id of: add it to route-rules.ts`);
    if (name === 'fileId' && operation.path.includes('/images/')) return ids.image;
    if (operation.path === '/catalogue/{id}/merge') return ids.newerOffer;
    return ids[kind === 'letter' && onReceived.test(operation.path) ? 'received' : kind];
  });
  return `${path}${demandedQueries[keyOf(operation)] ?? ''}`;
}

const lesson = { kind: 'practice', title: 'Diganti', adoption: 'Diganti' };

/** Bodies that pass validation, for routes with an id in the path that demand one. */
export function validBody(operation: Operation, office: TestOffice, own: Shared): object | undefined {
  const positionId = idsOf(office, 'kadis').positionId;
  const bodies: Record<string, object> = {
    'PATCH /units/{id}': { name: 'Diganti' },
    'PATCH /positions/{id}': { title: 'Diganti' },
    'POST /assignments/{id}/end': { endsOn: inDays(0) },
    'PATCH /people/{id}': { name: 'Diganti' },
    'PUT /people/{id}/roles': { roles: ['admin'] },
    'PUT /people/{id}/nik': { nik: '3211000000000001' },
    'PATCH /templates/{id}': { name: 'Diganti' },
    'POST /templates/{id}/restore': { from: 1 },
    'PATCH /letter-types/{code}': { name: 'Diganti' },
    'PATCH /letters/{id}': { subject: 'Diganti' },
    'POST /letters/{id}/submit': { approvers: [], signer: positionId },
    'POST /letters/{id}/steps': {
      bodyVersion: 1,
      clientId: 'silang',
      steps: [{ stepType: 'replace', from: 1, to: 1 }],
    },
    'POST /letters/{id}/presence': { clientId: 'silang', bodyVersion: 1, caret: null },
    'POST /letters/{id}/authors': { personId: own.person },
    'POST /letters/{id}/comments': { text: 'Diganti' },
    'PATCH /saved-searches/{id}': { name: 'Diganti' },
    'PUT /letters/{id}/attachments/order': { fileIds: [own.attachment] },
    'POST /letters/{id}/return': { note: 'Diganti' },
    'POST /letters/{id}/sign': { passphrase: testPassword },
    'POST /letters/{id}/void': { reason: 'Diganti' },
    'POST /letters/{id}/register': { routeTo: positionId },
    'POST /letters/{id}/route': { to: [positionId] },
    'POST /letters/{id}/close': { note: 'Diganti' },
    'POST /letters/{id}/send-back': { reason: 'Diganti' },
    'POST /letters/{id}/dispositions': { to: [positionId], instruction: 'Diganti' },
    'POST /dispositions/{id}/complete': { report: 'Diganti' },
    'POST /dispositions/{id}/reports': { text: 'Diganti' },
    'PATCH /dossiers/{id}': { title: 'Diganti' },
    'POST /dossiers/{id}/close': {},
    'POST /dossiers/{id}/reopen': { reason: 'Diganti' },
    'POST /dossiers/{id}/reassess': { decision: 'destroy', reason: 'Diganti' },
    'POST /dossiers/{id}/places': { building: 'Diganti' },
    'POST /dossiers/{id}/items': { paper: { subject: 'Diganti' } },
    'POST /dossiers/{id}/holds': { reason: 'Diganti' },
    'POST /letters/{id}/holds': { reason: 'Diganti' },
    'POST /legal-holds/{id}/lift': { reason: 'Diganti' },
    'POST /disposals/{id}/items': { remove: [] },
    'POST /disposals/{id}/steps': { event: 'cancel', version: 1 },
    'PATCH /agreements/{id}': { title: 'Diganti' },
    'POST /agreements/{id}/changes': { relation: 'amends', startsOn: inDays(0), endsOn: inDays(50) },
    'POST /agreements/{id}/comments': { text: 'Diganti' },
    'PUT /agreements/{id}/council': { needed: false, reason: 'Diganti' },
    'POST /agreements/{id}/activities': { activity: 'Diganti', dueOn: inDays(10) },
    'PUT /agreements/{id}/activities/{activityId}/progress': { unit: 'Diganti', state: 'running' },
    'PUT /agreements/{id}/evaluation': {
      year: 2026,
      half: 1,
      done: 'Diganti',
      obstacles: 'Diganti',
      advice: 'continue',
    },
    'POST /templates/{id}/share': { agreementId: own.agreement },
    'POST /catalogue/{id}/merge': { version: 1 },
    'PUT /catalogue/{id}/rating': { stars: 3 },
    'POST /catalogue/{id}/questions': { text: 'Diganti' },
    'POST /catalogue/{id}/answers': { questionId: own.question, text: 'Diganti' },
    'POST /agreements/{id}/sign': { passphrase: testPassword },
    'POST /agreements/{id}/request-changes': { note: 'Diganti' },
    'POST /agreements/{id}/terminate': { reason: 'Diganti' },
    'PATCH /visits/{id}': {
      title: 'Diganti',
      purpose: 'Diganti',
      topics: ['Diganti'],
      delegation: [{ name: 'Diganti', title: 'Diganti' }],
      startsAt: `${inDays(5)}T02:00:00Z`,
      endsAt: `${inDays(5)}T03:00:00Z`,
      version: 1,
    },
    'POST /visits/{id}/steps': { step: 'cancel', version: 4, reason: 'Diganti' },
    'PATCH /visits/{id}/keeping': { note: 'Diganti' },
    'POST /visits/{id}/letters': { kind: 'request' },
    'POST /visits/{id}/lessons': lesson,
    'PATCH /visits/{id}/lessons/{lessonId}': { ...lesson, version: 1 },
    'PATCH /meetings/{id}': { title: 'Diganti' },
    'POST /meetings/{id}/cancel': { reason: 'Diganti' },
    'POST /meetings/{id}/respond': { response: 'attending' },
    'POST /meetings/{id}/attendance': { participantId: own.letter, present: true },
    'PUT /letters/{id}/number': { date: `${inDays(0).slice(0, 4)}-01-01`, reason: 'Diganti' },
    'PUT /number-patterns/{id}': { type: 'radiogram', pattern: 'RDG-{seq}' },
    'POST /number-reservations/{id}/release': { reason: 'Diganti' },
    'PATCH /adoption-plans/{id}': { title: 'Diganti', version: 1 },
    'POST /adoption-plans/{id}/progress': { text: 'Diganti' },
  };
  return bodies[keyOf(operation)];
}

/** A preview draws nothing for a signer it does not know: no refusal, and nothing of theirs either. */
export const ignored = new Set([
  // Each letter is answered for itself, in a list of those refused.
  'POST /dossiers/{id}/items letterIds',
  'POST /number-patterns/sample unitId',
  'POST /letters/preview letterId',
  'POST /letters/preview signer',
  'POST /letters/preview cosigners',
  'POST /templates/preview id',
  'POST /templates/preview stages',
  'POST /templates/preview signerPosition',
]);

/** Only the holder of a post delegates it, so one of another office is refused before it is looked up. */
export const refusedForRights = new Set([
  'POST /meetings/{id}/respond positionId',
  'POST /delegations positionId',
  // A post that one does not act for has no turn.
  'POST /letters/{id}/approve positionId',
  'POST /letters/{id}/return positionId',
]);

export type ForeignBody = { by: string; path: string; body: object };

/**
 * For each route whose body holds ids: bodies that are right but for one id, which is another office's, by the name
 * of that member. A route or a member without a line here fails the test.
 */
export function foreignBodies(
  office: TestOffice,
  own: Shared,
  foreign: Shared,
): Record<string, Record<string, ForeignBody[]>> {
  const at = (name: string) => idsOf(office, name);
  const letter = {
    type: 'nota_dinas',
    subject: 'Uji silang',
    body: paragraph('Uji.'),
    recipients: [{ kind: 'position', id: at('sekda').positionId }],
    classification: '000.1',
    secrecy: 'biasa',
    urgency: 'biasa',
  };
  const parties = [
    { recipients: [{ kind: 'unit', id: foreign.unit }] },
    { recipients: [{ kind: 'position', id: foreign.position }] },
    { copies: [{ kind: 'unit', id: foreign.unit }] },
    { copies: [{ kind: 'position', id: foreign.position }] },
  ];
  const by = (username: string, path: string, ...bodies: object[]): ForeignBody[] =>
    bodies.map((body) => ({ by: username, path, body }));
  const drafts = (path: string) => ({
    id: by('staf', path, ...parties.map((party) => ({ ...letter, ...party }))),
    templateId: by('staf', path, { ...letter, type: undefined, templateId: foreign.template }),
    positionId: by('staf', path, { ...letter, positionId: foreign.position }),
  });
  const defaults = (path: string, body: object, ...each: object[]) =>
    by('admin', path, ...each.map((one) => ({ ...body, defaults: one })));
  const templated = (path: string, body: object) => ({
    id: defaults(path, body, ...parties),
    stages: defaults(path, body, {
      chain: { approvers: 'positions', stages: [[foreign.position]], signer: 'unit_head' },
    }),
    signerPosition: defaults(path, body, {
      chain: { approvers: 'none', signer: 'position', signerPosition: foreign.position },
    }),
  });
  const newPosition = { unitId: own.unit, title: 'Jabatan silang', kind: 'staff' };
  const assignment = { personId: at('staf').personId, positionId: own.position, startsOn: inDays(0) };
  const delegation = {
    positionId: at('kadis').positionId,
    personId: at('kabid').personId,
    endsAt: `${inDays(9)}T00:00:00Z`,
  };
  const submit = { approvers: [at('kabid').positionId], signer: at('kadis').positionId };
  const disposition = { to: [at('sekda').positionId], instruction: 'Uji' };
  const meeting = { title: 'Uji silang', startsAt: `${inDays(2)}T02:00:00Z`, endsAt: `${inDays(2)}T03:00:00Z` };
  const plan = {
    title: 'Uji silang',
    kind: 'template',
    responsiblePositionId: at('kadis').positionId,
    dueOn: inDays(9),
  };
  return {
    'POST /letters': drafts('/letters'),
    'POST /letters/preview': {
      ...drafts('/letters/preview'),
      letterId: by('staf', '/letters/preview', { ...letter, letterId: foreign.letter }),
      signer: by('staf', '/letters/preview', { ...letter, signer: foreign.position }),
      cosigners: by('staf', '/letters/preview', { ...letter, cosigners: [foreign.position] }),
    },
    'PATCH /letters/{id}': { id: by('staf', `/letters/${own.draft}`, ...parties) },
    'POST /letters/{id}/approve': {
      positionId: by('kabid', `/letters/${own.letter}/approve`, { positionId: foreign.position }),
    },
    'POST /letters/{id}/return': {
      positionId: by('kabid', `/letters/${own.letter}/return`, { note: 'Uji', positionId: foreign.position }),
    },
    'POST /letters/{id}/submit': {
      approvers: by('staf', `/letters/${own.draft}/submit`, { ...submit, approvers: [foreign.position] }),
      signer: by('staf', `/letters/${own.draft}/submit`, { ...submit, signer: foreign.position }),
      signers: by('staf', `/letters/${own.draft}/submit`, { approvers: [], signers: [foreign.position] }),
    },
    'POST /meetings': {
      letterId: by('sekda', '/meetings', { ...meeting, letterId: foreign.letter }),
      organizerPositionId: by('sekda', '/meetings', { ...meeting, organizerPositionId: foreign.position }),
      id: by('sekda', '/meetings', { ...meeting, participants: [{ kind: 'position', id: foreign.position }] }),
    },
    'PATCH /visits/{id}/keeping': {
      assignees: by('sekda', `/visits/${own.visit}/keeping`, { assignees: [foreign.position] }),
    },
    'POST /visits/{id}/lessons': {
      positionId: by('sekda', `/visits/${own.visit}/lessons`, { ...lesson, positionId: foreign.position }),
    },
    'PATCH /visits/{id}/lessons/{lessonId}': {
      positionId: by('sekda', `/visits/${own.visit}/lessons/${own.lesson}`, {
        ...lesson,
        version: 1,
        positionId: foreign.position,
      }),
    },
    'PATCH /meetings/{id}': {
      id: by('sekda', `/meetings/${own.meeting}`, { participants: [{ kind: 'position', id: foreign.position }] }),
    },
    'POST /meetings/{id}/respond': {
      positionId: by('kadis', `/meetings/${own.meeting}/respond`, {
        response: 'attending',
        positionId: foreign.position,
      }),
      representedBy: by('kadis', `/meetings/${own.meeting}/respond`, {
        response: 'represented',
        representedBy: foreign.person,
      }),
    },
    'POST /meetings/{id}/attendance': {
      participantId: by('sekda', `/meetings/${own.meeting}/attendance`, {
        participantId: foreign.meetingParticipant,
        present: true,
      }),
    },
    'PUT /letters/{id}/number': {
      reservationId: by('tu', `/letters/${own.letter}/number`, {
        reservationId: foreign.numberReservation,
        reason: 'Uji silang',
      }),
    },
    'POST /number-patterns': {
      unitId: by('admin', '/number-patterns', { unitId: foreign.unit, pattern: '{seq}/{unit}' }),
    },
    'PUT /number-patterns/{id}': {
      unitId: by('admin', `/number-patterns/${own.numberPattern}`, { unitId: foreign.unit, pattern: '{seq}/{unit}' }),
    },
    'POST /number-patterns/sample': {
      unitId: by('admin', '/number-patterns/sample', { unitId: foreign.unit, pattern: '{seq}/{unit}' }),
    },
    'POST /number-reservations': {
      unitId: by('tu', '/number-reservations', {
        unitId: foreign.unit,
        type: 'surat_dinas',
        classification: '000.1',
        reason: 'Uji silang',
      }),
    },
    'POST /letters/{id}/authors': {
      personId: by('staf', `/letters/${own.draft}/authors`, { personId: foreign.person }),
    },
    'POST /letters/{id}/comments': {
      parentId: by('staf', `/letters/${own.draft}/comments`, { text: 'Uji', parentId: foreign.comment }),
    },
    'PUT /letters/{id}/attachments/order': {
      fileIds: by('staf', `/letters/${own.draft}/attachments/order`, { fileIds: [foreign.attachment] }),
    },
    'POST /dossiers': {
      unitId: by('tu', '/dossiers', {
        unitId: foreign.unit,
        classification: '000.1',
        year: 2026,
        title: 'Uji silang',
      }),
    },
    'POST /dossiers/{id}/items': {
      letterIds: by('tu', `/dossiers/${own.openDossier}/items`, { letterIds: [foreign.letter] }),
    },
    'POST /disposals': {
      dossierIds: by('tu', '/disposals', { kind: 'transfer', title: 'Uji silang', dossierIds: [foreign.dossier] }),
    },
    'POST /disposals/{id}/items': {
      add: by('tu', `/disposals/${own.disposal}/items`, { add: [foreign.dossier] }),
      remove: by('tu', `/disposals/${own.disposal}/items`, { remove: [foreign.dossier] }),
    },
    'POST /letters/sign': {
      ids: by('sekda', '/letters/sign', { ids: [foreign.letter], passphrase: testPassword }),
    },
    'POST /letters/{id}/register': {
      routeTo: by('tu', `/letters/${own.unregistered}/register`, { routeTo: foreign.position }),
      alsoTo: by('tu', `/letters/${own.unregistered}/register`, {
        routeTo: at('sekda').positionId,
        alsoTo: [foreign.position],
      }),
    },
    'POST /letters/{id}/route': {
      to: by('tu', `/letters/${own.received}/route`, { to: [foreign.position] }),
    },
    'POST /letters/{id}/dispositions': {
      to: by('bupati', `/letters/${own.received}/dispositions`, { ...disposition, to: [foreign.position] }),
      parentId: by('bupati', `/letters/${own.received}/dispositions`, {
        ...disposition,
        parentId: foreign.disposition,
      }),
    },
    'POST /templates': templated('/templates', {
      name: 'Templat silang',
      type: 'surat_dinas',
      body: paragraph('Uji.'),
    }),
    'PATCH /templates/{id}': templated(`/templates/${own.template}`, {}),
    'POST /templates/preview': templated('/templates/preview', { type: 'surat_dinas', body: paragraph('Uji.') }),
    'POST /units': {
      parentId: by('admin', '/units', {
        parentId: foreign.unit,
        code: 'SILANG',
        name: 'Seksi silang',
        shortName: 'Silang',
        kind: 'section',
      }),
    },
    'PATCH /units/{id}': { parentId: by('admin', `/units/${own.unit}`, { parentId: foreign.unit }) },
    'POST /positions': {
      unitId: by('admin', '/positions', { ...newPosition, unitId: foreign.unit }),
      superiorId: by('admin', '/positions', { ...newPosition, superiorId: foreign.position }),
    },
    'PATCH /positions/{id}': {
      unitId: by('admin', `/positions/${own.position}`, { unitId: foreign.unit }),
      superiorId: by('admin', `/positions/${own.position}`, { superiorId: foreign.position }),
    },
    'POST /assignments': {
      personId: by('admin', '/assignments', { ...assignment, personId: foreign.person }),
      positionId: by('admin', '/assignments', { ...assignment, positionId: foreign.position }),
    },
    'POST /saved-searches': {
      unit: by('staf', '/saved-searches', { name: 'Silang 1', query: { unit: foreign.unit } }),
      person: by('staf', '/saved-searches', { name: 'Silang 2', query: { person: foreign.person } }),
      sharedUnitId: by('staf', '/saved-searches', {
        name: 'Silang 3',
        query: { q: 'uji' },
        sharedUnitId: foreign.unit,
      }),
    },
    'PATCH /saved-searches/{id}': {
      unit: by('staf', `/saved-searches/${own.savedSearch}`, { query: { unit: foreign.unit } }),
      person: by('staf', `/saved-searches/${own.savedSearch}`, { query: { person: foreign.person } }),
      sharedUnitId: by('staf', `/saved-searches/${own.savedSearch}`, { sharedUnitId: foreign.unit }),
    },
    'PUT /saved-searches/order': {
      ids: by('staf', '/saved-searches/order', { ids: [foreign.savedSearch] }),
    },
    'POST /delegations': {
      positionId: by('kadis', '/delegations', { ...delegation, positionId: foreign.position }),
      personId: by('kadis', '/delegations', { ...delegation, personId: foreign.person }),
    },
    'POST /index-figures/publish': {
      agreementIds: by('admin', '/index-figures/publish', {
        scheme: 'spbe-2020',
        year: 2024,
        consent: true,
        agreementIds: [foreign.agreement],
      }),
    },
    'POST /adoption-plans': {
      responsiblePositionId: by('sekda', '/adoption-plans', { ...plan, responsiblePositionId: foreign.position }),
      offerId: by('sekda', '/adoption-plans', { ...plan, offerId: foreign.offer }),
    },
    'PATCH /adoption-plans/{id}': {
      responsiblePositionId: by('sekda', `/adoption-plans/${own.adoptionPlan}`, {
        version: 1,
        responsiblePositionId: foreign.position,
      }),
    },
    'POST /catalogue/{id}/answers': {
      questionId: by('admin', `/catalogue/${own.offer}/answers`, { questionId: foreign.question, text: 'Uji' }),
    },
    'POST /agreements': {
      parentId: by('sekda', '/agreements', {
        partners: [own.partner],
        title: 'Uji silang',
        kind: 'pks',
        scope: ['templates'],
        startsOn: inDays(0),
        endsOn: inDays(10),
        parentId: foreign.agreement,
      }),
    },
    'PATCH /agreements/{id}': {
      parentId: by('sekda', `/agreements/${own.agreement}`, { parentId: foreign.agreement }),
    },
    'POST /agreements/{id}/comments': {
      replyTo: by('sekda', `/agreements/${own.agreement}/comments`, { text: 'Uji', replyTo: foreign.comment }),
    },
    'POST /templates/{id}/share': {
      agreementId: by('admin', `/templates/${own.template}/share`, { agreementId: foreign.agreement }),
    },
  };
}
