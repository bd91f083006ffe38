import { sql } from 'drizzle-orm';
import { createLetterOffice, type LetterOffice } from './letter-office.ts';
import { multipart } from './multipart.ts';
import type { Answer, TestOffice } from './office.ts';
import { samplePdf } from './recorded-letter.ts';
import { signedLetter } from './signed-letter.ts';

export type DossierBody = {
  id: string;
  code: string;
  version: number;
  state: string;
  closedOn: string | null;
  retention: {
    phase: string;
    activeUntil: string | null;
    inactiveUntil: string | null;
    rule: { classification: string } | null;
  };
  acts: { act: string; allowed: boolean; reason: string | null }[];
  places: { building: string; box: string | null }[];
  packages: { id: string; status: string }[];
};
export type FiledBody = { filed: string[]; refused: { letterId: string; code: string }[] };

/** POST /disposals/:id/papers with a small scan. */
export function attachPaper<T = Record<string, unknown>>(
  office: Pick<TestOffice, 'as'>,
  by: string,
  id: string,
  paper: object,
  upload: Buffer | null = samplePdf,
): Promise<Answer<T>> {
  const file = { field: 'file', name: 'naskah.pdf', mediaType: 'application/pdf' };
  const { body, headers } = multipart([
    { field: 'paper', text: JSON.stringify(paper) },
    ...(upload ? [{ ...file, bytes: upload }] : []),
  ]);
  return office.as(by).call<T>('POST', `/disposals/${id}/papers`, body, headers);
}

/** A letter office with classifications, two archivists (`stafdik`, `kadisdik`) and a signer (`sekda`). */
export type ArchiveOffice = LetterOffice & {
  /** A letter of `staf`, signed by `sekda` and sent. @returns its id */
  sentLetter(more?: Record<string, unknown>): Promise<string>;
  openDossier(by?: string, more?: object): Promise<DossierBody>;
  file(by: string, id: string, body: object): ReturnType<typeof fileAs>;
};

const fileAs = (office: LetterOffice, by: string, id: string, body: object) =>
  office.as(by).call<FiledBody>('POST', `/dossiers/${id}/items`, body);

/** Close it in `afterAll`. */
export async function createArchiveOffice(): Promise<ArchiveOffice> {
  const office = await createLetterOffice();
  await office.addSigners('sekda');
  const codes = ['000', '000.1', '000.1.2', '000.1.2.3', '000.1.5', '000.2', '000.3', '800.1'];
  await office.tenancy.withPlatform((tx) =>
    tx.execute(sql`insert into platform.classifications (code, name)
      select code, 'Uji ' || code from unnest(${sql.param(codes)}::text[]) code on conflict do nothing`),
  );
  for (const archivist of ['stafdik', 'kadisdik'] as const) {
    await office.query(
      sql`insert into person_roles (person_id, role) values (${office.people[archivist]}::uuid, 'arsiparis')`,
    );
  }
  const people = new Map(
    office.usernames.map((username) => [
      username,
      {
        personId: office.people[username],
        positionId: office.positions[username],
        unitId: '',
        name: office.names[username],
      },
    ]),
  );
  const plain: TestOffice = { ...office, people };
  return {
    ...office,
    async sentLetter(more = {}) {
      const to = [{ kind: 'external', name: 'PT Maju', email: 'maju@example.org' }];
      const id = await signedLetter(plain, to, { classification: '000.1.5', ...more });
      const answer = await office.as('staf').call('POST', `/letters/${id}/send`, {});
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return id;
    },
    async openDossier(by = 'staf', more = {}) {
      const body = { classification: '000.1.5', year: 2026, title: 'Rapat pimpinan 2026', ...more };
      const answer = await office.as(by).call<DossierBody>('POST', '/dossiers', body);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    },
    file: (by, id, body) => fileAs(office, by, id, body),
  };
}
