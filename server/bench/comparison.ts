import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { embeddedAddress } from '../src/adapters/embedded-postgres/index.ts';
import { openClient } from '../src/core/db/client.ts';
import { createSecrets } from '../src/core/secrets/index.ts';
import type { BenchInstallation } from './installation.ts';
import { median, round } from './statistics.ts';

const slug = 'sumedang';
const connections = 8;
const secondsPerRound = 3;
const rounds = 5;

async function load(url: string, headers: Record<string, string>): Promise<{ rate: number; p50: number }> {
  const result = await autocannon({ url, connections, duration: secondsPerRound, headers });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return { rate: result.requests.average, p50: result.latency.p50 };
}

/** Every region a regency that shows five years of figures to everybody, with all its facts known. */
async function showEverything(installation: BenchInstallation): Promise<number> {
  const address = embeddedAddress(installation.dataDir);
  if (!address) throw new Error('no database address');
  const secrets = createSecrets(
    Buffer.from(readFileSync(join(installation.dataDir, 'master-key'), 'utf8').trim(), 'hex'),
  );
  const migrator = openClient({ address, secrets }, 'migrator', { max: 1, applicationName: 'bench' });
  try {
    await migrator`insert into platform.tenants (slug, name, region_code, kind, time_zone, status, admin_name, admin_email)
      select 'banding-' || replace(r.code, '.', '-'), r.name, r.code, r.kind, r.time_zone, 'active', 'Admin', 'a@contoh.example'
      from platform.regions r where not exists (select from platform.tenants t where t.region_code = r.code)`;
    await migrator`insert into platform.region_facts (region_code, fact, value, confirmed, source)
      select r.code, f.fact, 1000 + (hashtext(r.code || f.fact) & 65535), false, 'bench'
      from platform.regions r cross join (values ('population'), ('area'), ('districts'), ('budget')) f (fact)
      on conflict do nothing`;
    await migrator`insert into platform.index_publications (id, tenant_slug, scheme, year, levels, score, open_to_all, consented_by)
      select gen_random_uuid(), t.slug, 'spbe-2020', y, l.levels, 3, true, 'bench'
      from platform.tenants t cross join generate_series(2021, 2025) y
      cross join lateral (select array_agg((1 + (hashtext(t.slug || y || n) & 3))::numeric order by n) as levels
        from generate_series(1, 47) n) l
      on conflict do nothing`;
    await migrator`analyze platform.index_publications, platform.region_facts, platform.tenants`;
    const [row] = await migrator`select count(*)::int as n from platform.index_publications`;
    return Number(row?.n);
  } finally {
    await migrator.end();
  }
}

/** All regencies over five years, and eight of them by indicator, beside the inbox list of the same run. */
export async function benchComparison(installation: BenchInstallation): Promise<Record<string, unknown>> {
  const publications = await showEverything(installation);
  const headers = { 'x-tenant': slug, authorization: `Bearer ${await installation.token(`${slug}/sekda`)}` };
  const { items } = await installation.call<{ items: { slug: string; scores: (number | null)[] }[] }>(
    `${slug}/sekda`,
    'GET',
    '/comparison/regencies?scheme=spbe-2020',
  );
  const shown = items.filter(({ scores }) => scores.length === 5 && scores.every((score) => score !== null));
  const eight = shown.slice(0, 8).map((each) => each.slug);
  const base = `${installation.url}/api/v1`;
  const urls = {
    inboxList: `${base}/letters?box=inbox&limit=20`,
    allRegencies: `${base}/comparison/regencies?scheme=spbe-2020`,
    eightByIndicator: `${base}/comparison?scheme=spbe-2020&regencies=${eight.join(',')}`,
  };
  const runs: Record<string, { rate: number; p50: number }[]> = {};
  for (const url of Object.values(urls)) await load(url, headers);
  for (let turn = 0; turn < rounds; turn++) {
    for (const [name, url] of Object.entries(urls)) runs[name] = [...(runs[name] ?? []), await load(url, headers)];
  }
  const p50 = (name: keyof typeof urls) => median((runs[name] ?? []).map((each) => each.p50));
  const rate = (name: keyof typeof urls) => median((runs[name] ?? []).map((each) => each.rate));
  return {
    regencies: shown.length + 1,
    publications,
    ...Object.fromEntries(
      (['inboxList', 'allRegencies', 'eightByIndicator'] as const).map((name) => [
        name,
        {
          p50Milliseconds: round(p50(name)),
          requestsPerSecond: round(rate(name)),
          timesTheInbox: round(rate('inboxList') / rate(name), 2),
        },
      ]),
    ),
  };
}
