import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { publishRepresentative } from '../../src/agreements/index.ts';
import { createArchiveJobs } from '../../src/archive/index.ts';
import { newId } from '../../src/core/ids.ts';
import { createReportJobs } from '../../src/reports/index.ts';
import { attachPaper } from '../../src/testing/archive-office.ts';
import { multipart, samplePng } from '../../src/testing/multipart.ts';
import { type TestOffice, type TestServer, testPassword } from '../../src/testing/office.ts';
import { recordLetter } from '../../src/testing/recorded-letter.ts';

/** One id of everything that a route can name, and words that stand in all of them. */
export type OfficeIds = {
  marker: string;
  unit: string;
  position: string;
  person: string;
  assignment: string;
  delegation: string;
  template: string;
  /** A draft. */
  draft: string;
  /** In approval at kabid. */
  letter: string;
  /** The number of a version of it that can be read. */
  version: string;
  recipient: string;
  /** Came in, registered, routed to bupati, disposed to sekda. */
  received: string;
  /** Came in, not registered. */
  unregistered: string;
  attachment: string;
  /** Of the body of `letter`. */
  image: string;
  comment: string;
  disposition: string;
  signingKey: string;
  job: string;
  report: string;
  file: string;
  notice: string;
  /** In a transfer, with a hold and a package. */
  dossier: string;
  openDossier: string;
  disposal: string;
  paper: string;
  legalHold: string;
  archivePackage: string;
  retentionRule: string;
  savedSearch: string;
  numberPattern: string;
  numberSeries: string;
  numberReservation: string;
  adoptionPlan: string;
  /** Held by sekda, with kadis invited. */
  meeting: string;
  meetingParticipant: string;
};

type Made = { id: string };

export const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export function idsOf(office: TestOffice, username: string) {
  const found = office.people.get(username);
  if (!found) throw new Error(`no ${username} in the test office`);
  return found;
}

/** Calls that must succeed. */
const doer =
  (office: TestOffice) =>
  async <T = Made>(who: string, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object): Promise<T> => {
    const reply = await office.as(who).call<T>(method, path, body);
    expect(reply.status, `${who} ${method} ${path}: ${reply.raw.toString()}`).toBeLessThan(300);
    return reply.body;
  };

/** Dossiers, a transfer with a paper, a hold, a package; `tu` is the archivist too. */
async function furnishArchive(server: TestServer, office: TestOffice, marker: string) {
  const act = doer(office);
  await server.tenancy.withPlatform((tx) =>
    tx.execute(sql`insert into platform.classifications (code, name) values ('000.1', 'Uji') on conflict do nothing`),
  );
  await server.tenancy.withTenant(office.tenant, (tx) =>
    tx.execute(
      sql`insert into person_roles (person_id, role) values (${idsOf(office, 'tu').personId}::uuid, 'arsiparis')`,
    ),
  );
  const rule = { classification: '000.1', activeYears: 0, inactiveYears: 0, disposition: 'destroy', note: marker };
  const retentionRule = (await office.as('tu').call<Made>('PUT', '/retention-rules', rule)).body.id;
  const cover = { classification: '000.1', year: 2026, title: `Berkas ${marker}` };
  const dossier = await act('tu', 'POST', '/dossiers', cover);
  const openDossier = await act('tu', 'POST', '/dossiers', cover);
  await act('tu', 'POST', `/dossiers/${dossier.id}/items`, { paper: { subject: `Kertas ${marker}` } });
  await act('tu', 'POST', `/dossiers/${dossier.id}/places`, { building: `Gedung ${marker}` });
  const hold = await act('tu', 'POST', `/dossiers/${dossier.id}/holds`, { reason: `Sengketa ${marker}` });
  await act('tu', 'POST', `/dossiers/${dossier.id}/close`, { closedOn: inDays(-2) });
  const disposal = await act('tu', 'POST', '/disposals', {
    kind: 'transfer',
    title: `Pemindahan ${marker}`,
    dossierIds: [dossier.id],
  });
  const paper = { kind: 'minutes', number: `BA ${marker}`, datedOn: inDays(-1), signedBy: 'Kepala unit' };
  const { papers } = (await attachPaper<{ papers: Made[] }>(office, 'tu', disposal.id, paper)).body;
  const ordered = await act('tu', 'POST', `/dossiers/${dossier.id}/packages`);
  await office.work(createArchiveJobs(server.deps));
  return {
    dossier: dossier.id,
    openDossier: openDossier.id,
    disposal: disposal.id,
    paper: String(papers[0]?.id),
    legalHold: hold.id,
    archivePackage: ordered.id,
    retentionRule,
  };
}

/** Fills an office through its own API, so that there is something behind every route. */
export async function furnish(server: TestServer, office: TestOffice): Promise<OfficeIds> {
  const marker = `Milik-${office.tenant.slug}`;
  const act = doer(office);
  const [kadis, kabid, sekda, bupati] = ['kadis', 'kabid', 'sekda', 'bupati'].map((name) => idsOf(office, name));
  if (!kadis || !kabid || !sekda || !bupati) throw new Error('a test office has its leaders');
  await office.addSigners('bupati', 'sekda');
  await server.tenancy.withTenant(office.tenant, (tx) => publishRepresentative(tx, inDays(0)));

  const unit = await act('admin', 'POST', '/units', {
    parentId: kadis.unitId,
    code: 'UJI',
    name: `Seksi ${marker}`,
    shortName: 'Uji',
    kind: 'section',
  });
  const position = await act('admin', 'POST', '/positions', {
    unitId: unit.id,
    title: `Jabatan ${marker}`,
    kind: 'staff',
    superiorId: kabid.positionId,
  });
  const person = await act('admin', 'POST', '/people', { username: 'orang.uji', name: `Orang ${marker}` });
  const assignment = await act('admin', 'POST', '/assignments', {
    personId: person.id,
    positionId: position.id,
    startsOn: inDays(-1),
  });
  const delegation = await act('kadis', 'POST', '/delegations', {
    positionId: kadis.positionId,
    personId: kabid.personId,
    endsAt: `${inDays(5)}T00:00:00Z`,
  });
  const template = await act('admin', 'POST', '/templates', {
    name: `Templat ${marker}`,
    type: 'surat_dinas',
    body: paragraph(marker),
  });
  await act('admin', 'POST', `/templates/${template.id}/publish`);

  const content = {
    type: 'nota_dinas',
    subject: `Nota ${marker}`,
    body: paragraph(marker),
    recipients: [{ kind: 'position', id: sekda.positionId }],
    classification: '000.1',
    secrecy: 'biasa',
    urgency: 'biasa',
  };
  const draft = await act('staf', 'POST', '/letters', content);
  const letter = await act<Made & { recipients: Made[] }>('staf', 'POST', '/letters', content);
  const picture = multipart([{ field: 'file', name: 'peta.png', mediaType: 'image/png', bytes: samplePng }]);
  const image = await office
    .as('staf')
    .call<{ fileId: string }>('POST', `/letters/${letter.id}/images`, picture.body, picture.headers);
  expect(image.status, image.raw.toString()).toBe(201);
  await act('staf', 'POST', `/letters/${letter.id}/submit`, {
    approvers: [kabid.positionId],
    signer: kadis.positionId,
  });

  const { items: comments } = await act<{ items: Made[] }>('staf', 'POST', `/letters/${draft.id}/comments`, {
    text: marker,
  });

  const incoming = { senderName: 'Kementerian Contoh', subject: `Surat masuk ${marker}` };
  const received = (await recordLetter<Made>(office, { ...incoming, number: 'M-1', routeTo: bupati.positionId })).body;
  const unregistered = (await recordLetter<Made>(office, { ...incoming, number: 'M-2' })).body;
  const { items: dispositions } = await act<{ items: Made[] }>(
    'bupati',
    'POST',
    `/letters/${received.id}/dispositions`,
    {
      to: [sekda.positionId],
      instruction: `Selesaikan ${marker}`,
    },
  );

  const { jobId, id: report } = await act<{ jobId: string; id: string }>('admin', 'POST', '/reports', {
    kind: 'letters',
    period: inDays(0).slice(0, 7),
    format: 'xlsx',
  });
  await office.work(createReportJobs(server.deps));
  const job = await act<{ result: { fileUrl: string } }>('admin', 'GET', `/jobs/${jobId}`);
  const { items: notices } = await act<{ items: Made[] }>('kabid', 'GET', '/notices');
  const savedSearch = await act('staf', 'POST', '/saved-searches', {
    name: `Pencarian ${marker}`,
    query: { q: marker },
  });
  const { items: keys } = await act<{ items: Made[] }>('admin', 'GET', '/signing-keys');
  const { versions } = await act<{ versions: { version: number }[] }>('staf', 'GET', `/letters/${letter.id}`);
  const patterns = await act<{ items: Made[] }>('admin', 'POST', '/number-patterns', {
    type: 'memo',
    pattern: `${marker}/{seq}`,
    series: 'own',
  });
  const reserved = await act<{ items: Made[] }>('tu', 'POST', '/number-reservations', {
    unitId: kadis.unitId,
    type: 'surat_dinas',
    classification: '000.1',
    reason: `Pesanan ${marker}`,
  });
  const series = await act<{ items: Made[] }>('tu', 'GET', '/number-series');
  const meeting = await act<Made & { participants: Made[] }>('sekda', 'POST', '/meetings', {
    title: `Rapat ${marker}`,
    startsAt: `${inDays(3)}T02:00:00Z`,
    endsAt: `${inDays(3)}T04:00:00Z`,
    participants: [{ kind: 'position', id: kadis.positionId }],
  });
  await act('admin', 'PUT', '/index-figures', {
    scheme: 'spbe-2020',
    year: 2024,
    levels: Array.from({ length: 47 }, (_, index) => ({ indicator: index + 1, level: 3, note: marker })),
  });
  const adoptionPlan = await act('sekda', 'POST', '/adoption-plans', {
    title: `Rencana ${marker}`,
    kind: 'other',
    responsiblePositionId: kadis.positionId,
    dueOn: inDays(30),
  });
  const reportFile = String(job.result.fileUrl.split('/').at(-1));
  // Nothing in the API attaches a file to a recorded letter yet.
  await server.tenancy.withTenant(office.tenant, (tx) =>
    tx.execute(sql`insert into letter_attachments (id, letter_id, file_id, ordinal)
      values (${newId()}::uuid, ${received.id}::uuid, ${reportFile}::uuid, 1)`),
  );
  return {
    marker,
    unit: unit.id,
    position: position.id,
    person: person.id,
    assignment: assignment.id,
    delegation: delegation.id,
    template: template.id,
    draft: draft.id,
    letter: letter.id,
    version: String(versions[0]?.version),
    recipient: String(letter.recipients[0]?.id),
    received: received.id,
    unregistered: unregistered.id,
    attachment: reportFile,
    image: image.body.fileId,
    comment: String(comments[0]?.id),
    disposition: String(dispositions[0]?.id),
    signingKey: String(keys[0]?.id),
    job: jobId,
    report,
    file: reportFile,
    notice: String(notices[0]?.id),
    ...(await furnishArchive(server, office, marker)),
    savedSearch: savedSearch.id,
    numberPattern: String(patterns.items[0]?.id),
    numberSeries: String(series.items[0]?.id),
    meeting: meeting.id,
    meetingParticipant: String(meeting.participants[0]?.id),
    numberReservation: String(reserved.items[0]?.id),
    adoptionPlan: adoptionPlan.id,
  };
}

/** A partner's template in two versions, of which `first` has adopted the older. @returns the newer offer */
async function offerTwice(first: TestOffice, second: TestOffice, agreementId: string): Promise<string> {
  const act = doer(second);
  const template = await act('admin', 'POST', '/templates', {
    name: 'Templat mitra',
    type: 'surat_dinas',
    body: paragraph('Versi lama.'),
  });
  const offer = async (): Promise<string> => {
    await act('admin', 'POST', `/templates/${template.id}/publish`);
    return (await act('admin', 'POST', `/templates/${template.id}/share`, { agreementId })).id;
  };
  await doer(first)('admin', 'POST', `/catalogue/${await offer()}/adopt`);
  await act('admin', 'PATCH', `/templates/${template.id}`, { body: paragraph('Versi baru.') });
  return offer();
}

/** An agreement in force between two furnished offices, and a template that the first shares under it. */
export async function agree(first: TestOffice, second: TestOffice, ids: OfficeIds) {
  const act = doer(first);
  const agreement = await act('sekda', 'POST', '/agreements', {
    partners: [second.tenant.slug],
    title: `Kerja sama ${ids.marker}`,
    scope: ['templates'],
    startsOn: inDays(0),
    endsOn: inDays(100),
  });
  await act('sekda', 'POST', `/agreements/${agreement.id}/propose`);
  for (const office of [first, second]) {
    await doer(office)('bupati', 'POST', `/agreements/${agreement.id}/sign`, { passphrase: testPassword });
  }
  const offer = await act('admin', 'POST', `/templates/${ids.template}/share`, { agreementId: agreement.id });
  const { questions } = await doer(second)<{ questions: Made[] }>('admin', 'POST', `/catalogue/${offer.id}/questions`, {
    text: 'Uji tanya',
  });
  return {
    agreement: agreement.id,
    partner: second.tenant.slug,
    offer: offer.id,
    newerOffer: await offerTwice(first, second, agreement.id),
    question: String(questions[0]?.id),
  };
}
