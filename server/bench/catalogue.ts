import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { embeddedAddress } from '../src/adapters/embedded-postgres/index.ts';
import { type Client, openClient } from '../src/core/db/client.ts';
import { createSecrets } from '../src/core/secrets/index.ts';
import type { BenchInstallation } from './installation.ts';
import { median, round } from './statistics.ts';

const offers = Number(process.env.BENCH_OFFERS ?? 5_000);
const slug = 'sumedang';
const connections = 16;
const secondsPerRound = 3;
const rounds = 5;

const searches = [
  { name: 'first page', path: '/catalogue?limit=20' },
  { name: 'a usual word', path: '/catalogue?limit=20&q=undangan%20rapat' },
  { name: 'a rare word', path: '/catalogue?limit=20&q=cilayungsari' },
  { name: 'typing, three letters', path: '/catalogue?limit=20&q=per' },
  { name: 'nothing to find', path: '/catalogue?limit=20&q=qwertyuiop' },
  { name: 'one partner', path: '/catalogue?limit=20&origin=lebak' },
] as const;

/**
 * Makes every region a partner of one regency's, each with an agreement in force and some ten templates on offer, of which
 * a third is adopted; most partners are rows only, nobody signs in there.
 * @returns how many partners
 */
async function floodCatalogue(migrator: Client): Promise<number> {
  const run = (text: string) => migrator.unsafe(text);
  await run(`insert into platform.tenants (slug, name, region_code, kind, time_zone, status, admin_name, admin_email)
    select 'bangku-' || replace(r.code, '.', '-'), r.name, r.code, r.kind, r.time_zone, 'active', 'Admin', 'admin@uji.example'
      from platform.regions r where not exists (select from platform.tenants t where t.region_code = r.code)`);
  await run(`create temporary table partners as select row_number() over (order by slug)::int as n, slug, uuidv7() as agreement_id
    from platform.tenants where slug <> '${slug}'`);
  await run(`insert into platform.agreements (id, kind, title, scope, state, starts_on, ends_on, time_zone, content, proposer,
      created_by, signed_at, verify_code)
    select agreement_id, 'pks', 'Berbagi templat ' || n, '{templates}', 'signed', current_date - 100, current_date + 900,
      'Asia/Jakarta', '{}', '${slug}', 'Bangku', now(), 'BANG-' || lpad(n::text, 4, '0') || '-0000' from partners`);
  await run(`insert into platform.agreement_parties (agreement_id, tenant_slug, ordinal, signed_at)
    select p.agreement_id, party.slug, party.ordinal, now() from partners p
      cross join lateral (values ('${slug}', 1), (p.slug, 2)) as party (slug, ordinal)`);
  await run(`insert into platform.offers (id, tenant_slug, agreement_id, source_id, version, name, type, description, content_sha256)
    select uuidv7(), p.slug, p.agreement_id, gen_random_uuid(), 1,
      (array['Undangan rapat', 'Laporan kegiatan', 'Surat perintah tugas', 'Nota dinas pengadaan', 'Permohonan data'])[1 + g.n % 5] || ' '
        || (array['kecamatan', 'desa', 'puskesmas', 'sekolah', 'pasar', 'irigasi', 'cilayungsari'])[case when g.n % 500 = 0 then 7 else 1 + g.n % 6 end],
      'surat_dinas', 'Templat ke-' || g.n || ' untuk pelayanan dan perizinan di daerah', repeat('a', 64)
    from generate_series(1, ${offers}) g (n)
    join partners p on p.n = 1 + g.n % (select count(*) from partners)`);
  await run(`insert into platform.offer_contents (offer_id, agreement_id, content)
    select o.id, o.agreement_id, '{"body": {"type": "doc", "content": [{"type": "paragraph"}]}, "defaults": {}}'
      from platform.offers o join partners p on p.agreement_id = o.agreement_id`);
  await run(`insert into platform.adoptions (offer_id, agreement_id, tenant_slug, copy_id, adopted_by)
    select o.id, o.agreement_id, '${slug}', gen_random_uuid(), 'Bangku' from platform.offers o
      join partners p on p.agreement_id = o.agreement_id where hashtext(o.id::text) % 3 = 0`);
  await run(`insert into platform.offer_ratings (offer_id, agreement_id, tenant_slug, stars)
    select d.offer_id, d.agreement_id, d.tenant_slug, 1 + abs(hashtext(d.offer_id::text)) % 5 from platform.adoptions d
      where d.adopted_by = 'Bangku'`);
  for (const table of ['agreements', 'agreement_parties', 'offers', 'offer_contents', 'adoptions', 'offer_ratings']) {
    await run(`vacuum analyze platform.${table}`);
  }
  const [row] = await migrator<{ n: number }[]>`select count(*)::int as n from partners`;
  return row?.n ?? 0;
}

async function requestsPerSecond(url: string, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({ url, connections, duration: secondsPerRound, headers });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.average;
}

/**
 * The catalogue's first page and searches, each in turn with the inbox list of the same run. `timesInbox` is how many times
 * the inbox list's time a request takes; it should stay below 2.
 */
export async function benchCatalogue(installation: BenchInstallation): Promise<Record<string, unknown>> {
  const address = embeddedAddress(installation.dataDir);
  if (!address) throw new Error('no database address');
  const masterKey = readFileSync(join(installation.dataDir, 'master-key'), 'utf8').trim();
  const secrets = createSecrets(Buffer.from(masterKey, 'hex'));
  const migrator = openClient({ address, secrets }, 'migrator', { max: 1, applicationName: 'bench' });
  const partners = await floodCatalogue(migrator);
  await migrator.end();
  const headersOf = async (who: string) => ({
    'x-tenant': slug,
    authorization: `Bearer ${await installation.token(who)}`,
  });
  const admin = await headersOf(`${slug}/admin`);
  const inbox = {
    url: `${installation.url}/api/v1/letters?box=inbox&limit=20`,
    headers: await headersOf(`${slug}/sekda`),
  };
  const results: Record<string, unknown> = { offers, partners };
  for (const { name, path } of searches) {
    const url = `${installation.url}/api/v1${path}`;
    await requestsPerSecond(url, admin);
    await requestsPerSecond(inbox.url, inbox.headers);
    const pairs: { ours: number; list: number }[] = [];
    for (let turn = 0; turn < rounds; turn++) {
      const ours = await requestsPerSecond(url, admin);
      pairs.push({ ours, list: await requestsPerSecond(inbox.url, inbox.headers) });
    }
    results[name] = {
      requestsPerSecond: round(median(pairs.map(({ ours }) => ours))),
      timesInbox: round(median(pairs.map(({ ours, list }) => list / ours)), 2),
    };
  }
  return results;
}
