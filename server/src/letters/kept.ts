import { sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { letterProblems } from './problems.ts';

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
const longDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
};

/**
 * Asks, before content of a letter is fetched, that it was not destroyed at the end of its retention.
 * @throws letter_destroyed, with the minutes under which it was
 */
export async function requireKept(read: TenantRead, letterId: string): Promise<void> {
  const [end] = await read.execute<{ number: string; on: string }>(sql`select d.minutes_number as number,
      d.minutes_on::text as "on" from letters l join disposals d on d.id = l.disposal_id
    where l.id = ${letterId}::uuid and l.destroyed_at is not null`);
  if (!end) return;
  throw problem(letterProblems.destroyed, {
    detail: `Isi surat ini sudah dimusnahkan menurut berita acara Nomor ${end.number} tanggal ${longDate(end.on)}.`,
  });
}
