import { cpus } from 'node:os';
import { benchCatalogue } from './catalogue.ts';
import { benchComparison } from './comparison.ts';
import { benchReads } from './http-load.ts';
import { type BenchInstallation, startBenchInstallation } from './installation.ts';
import { benchSearch } from './search.ts';
import { benchSigningMany, benchSigningOne } from './signing.ts';
import { median, quantile, round, timed } from './statistics.ts';

const provisionings = 10;
const signIns = 40;
const signatures = 40;

const summary = (samples: readonly number[]) => ({
  runs: samples.length,
  medianMilliseconds: round(median(samples)),
  p95Milliseconds: round(quantile(samples, 0.95)),
});

interface Region {
  code: string;
  name: string;
  kind: 'kabupaten' | 'kota';
}

/** From the superadmin's order until the regency is active, one after another. */
async function benchProvisioning(installation: BenchInstallation): Promise<number[]> {
  const { items } = await installation.call<{ items: Region[] }>(null, 'GET', '/regions?q=kabupaten&limit=50');
  const free = items.filter(({ code }) => !['32.11', '36.02', '32.02'].includes(code));
  return timed(provisionings, async (index) => {
    const region = free[index];
    if (!region) throw new Error('too few regions');
    const slug = `bench-${index}`;
    await installation.call('superadmin', 'POST', '/platform/tenants', {
      slug,
      name: region.name,
      regionCode: region.code,
      kind: region.kind,
      admin: { name: 'Admin Contoh', email: 'admin@contoh.example' },
    });
    for (;;) {
      const { status } = await installation.call<{ status: string }>('superadmin', 'GET', `/platform/tenants/${slug}`);
      if (status === 'active') return;
      if (status === 'failed') throw new Error(`${slug} failed`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
}

async function benchSignIn(installation: BenchInstallation): Promise<number[]> {
  const body = { username: 'staf', password: installation.password };
  return timed(signIns, async () => {
    const response = await fetch(`${installation.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tenant': 'lebak' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    await response.text();
  });
}

/** POST /letters/{id}/sign: passphrase check, number, PDF, signature with time stamp, storage. */
async function benchSigning(installation: BenchInstallation): Promise<number[]> {
  const me = await installation.call<{ positionId: string }>('sumedang/sekda', 'GET', '/me');
  const ids: string[] = [];
  for (let index = 0; index < signatures; index++) {
    const { id } = await installation.call<{ id: string }>('sumedang/staf', 'POST', '/letters', {
      type: 'surat_dinas',
      subject: `Surat bangku uji ${index + 1}`,
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'Isi surat untuk mengukur waktu tanda tangan.' }] },
        ],
      },
      recipients: [{ kind: 'external', name: 'Instansi Contoh' }],
      classification: '000.1.5',
      secrecy: 'biasa',
      urgency: 'biasa',
    });
    await installation.call('sumedang/staf', 'POST', `/letters/${id}/submit`, { approvers: [], signer: me.positionId });
    ids.push(id);
  }
  return timed(signatures, async (index) => {
    await installation.call('sumedang/sekda', 'POST', `/letters/${ids[index]}/sign`, {
      passphrase: installation.password,
    });
    for (;;) {
      const { state } = await installation.call<{ state: string }>('sumedang/sekda', 'GET', `/letters/${ids[index]}`);
      if (state === 'signed') return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
}

/** Runs all benchmarks on an installation that is made for them and removed afterwards. */
export async function runBenchmarks(say: (line: string) => void): Promise<Record<string, unknown>> {
  const installation = await startBenchInstallation();
  try {
    const results: Record<string, unknown> = {
      machine: { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? 'unknown' },
    };
    const steps: [string, () => Promise<unknown>][] = [
      ['provisioning one regency', async () => summary(await benchProvisioning(installation))],
      ['signing in', async () => summary(await benchSignIn(installation))],
      ['PDF and signature of one letter', async () => summary(await benchSigning(installation))],
      ['letter to signed PDF', () => benchSigningOne(installation)],
      ['100 letters in one go', () => benchSigningMany(installation)],
      ['reads at 16 connections', () => benchReads(installation)],
      ['search over 200,000 letters', () => benchSearch(installation)],
      // Last: the regencies that they make up have no offices.
      ['catalogue of 5,000 offers from 513 partners', () => benchCatalogue(installation)],
      ['comparison of 514 regencies over five years', () => benchComparison(installation)],
    ];
    for (const [name, step] of steps) {
      results[name] = await step();
      say(`${name}: ${JSON.stringify(results[name])}`);
    }
    return results;
  } finally {
    await installation.stop();
  }
}
