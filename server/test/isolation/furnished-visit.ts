import { expect } from 'vitest';
import { multipart, samplePng } from '../../src/testing/multipart.ts';
import type { TestOffice } from '../../src/testing/office.ts';
import { inDays } from './furnished-office.ts';

type Made = { id: string; version: number; files: { id: string }[]; lessons: { id: string }[] };

/** A visit that the first office makes to the second, scheduled, with a file and a lesson of the first. */
export async function visit(guest: TestOffice, host: TestOffice, marker: string) {
  const act = async (office: TestOffice, path: string, body: object | Buffer, headers?: Record<string, string>) => {
    const reply = await office.as('sekda').call<Made>('POST', path, body, headers);
    expect(reply.status, `${path}: ${reply.raw.toString()}`).toBeLessThan(300);
    return reply.body;
  };
  const { id } = await act(guest, '/visits', {
    host: host.tenant.slug,
    title: `Kunjungan ${marker}`,
    purpose: `Belajar ${marker}`,
    topics: [marker],
    delegation: [{ name: 'Tamu Uji', title: 'Kepala Dinas' }],
    startsAt: `${inDays(9)}T02:00:00Z`,
    endsAt: `${inDays(9)}T08:00:00Z`,
  });
  const steps = `/visits/${id}/steps`;
  await act(guest, steps, { step: 'request', version: 1 });
  await act(host, steps, { step: 'accept', version: 2 });
  await act(host, steps, { step: 'schedule', version: 3, place: 'Aula', agenda: 'Paparan' });
  const form = multipart([{ field: 'file', name: `${marker}.png`, mediaType: 'image/png', bytes: samplePng }]);
  await act(guest, `/visits/${id}/files?kind=photo`, form.body, form.headers);
  const { files, lessons } = await act(guest, `/visits/${id}/lessons`, {
    kind: 'practice',
    title: `Pelajaran ${marker}`,
    adoption: 'Dipakai di kantor kita',
  });
  return { visit: id, visitFile: String(files[0]?.id), lesson: String(lessons[0]?.id) };
}
