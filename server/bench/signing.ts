import { createPersonalKey } from '../src/adapters/signing/index.ts';
import { openPersonalKey } from '../src/adapters/signing/personal-key.ts';
import { newId } from '../src/core/ids.ts';
import type { BenchInstallation } from './installation.ts';
import { median, quantile, round, timed } from './statistics.ts';

const singles = 60;
const batchSize = 100;
const batches = 3;
const pollMs = 20;

/** Letters of one page that wait for `sekda`. */
async function lettersToSign(installation: BenchInstallation, count: number): Promise<string[]> {
  const me = await installation.call<{ positionId: string }>('sumedang/sekda', 'GET', '/me');
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await installation.call<{ id: string }>('sumedang/staf', 'POST', '/letters', {
      type: 'surat_dinas',
      subject: `Surat bangku uji ${index + 1}`,
      body: {
        type: 'doc',
        content: Array.from({ length: 4 }, () => ({
          type: 'paragraph',
          content: [{ type: 'text', text: 'Isi surat untuk mengukur waktu dari surat sampai PDF bertanda tangan.' }],
        })),
      },
      recipients: [{ kind: 'external', name: 'Instansi Contoh' }],
      classification: '000.1.5',
    });
    await installation.call('sumedang/staf', 'POST', `/letters/${id}/submit`, { approvers: [], signer: me.positionId });
    ids.push(id);
  }
  return ids;
}

/** What checking a passphrase costs by itself: meant to be slow, and the same for one letter as for a hundred. */
async function passphraseCheck(): Promise<number> {
  const aad = { regency: 'bench', person: newId(), keyId: newId() };
  const key = await createPersonalKey({ passphrase: 'bench-only-password', aad });
  const samples = await timed(12, async () => {
    if (!(await openPersonalKey(key.wrapped, 'bench-only-password', aad))) throw new Error('a key that does not open');
  });
  return median(samples);
}

/**
 * POST /letters/{id}/sign, one after another: number, page, signature with time stamp, file, verification. The answer
 * comes when all of them can be read.
 */
export async function benchSigningOne(installation: BenchInstallation) {
  const check = await passphraseCheck();
  const ids = await lettersToSign(installation, singles + 5);
  const samples = await timed(ids.length, async (index) => {
    const path = `/letters/${ids[index]}/sign`;
    const letter = await installation.call<{ state: string }>('sumedang/sekda', 'POST', path, {
      passphrase: installation.password,
    });
    if (letter.state !== 'signed') throw new Error(`not signed: ${letter.state}`);
  });
  // The first ones start threads and compile queries.
  const warm = samples.slice(5);
  return {
    runs: warm.length,
    wholeCallMedianMilliseconds: round(median(warm)),
    passphraseCheckMedianMilliseconds: round(check),
    medianMilliseconds: round(median(warm) - check),
    p95Milliseconds: round(quantile(warm, 0.95) - check),
  };
}

/** POST /letters/sign with a hundred letters: from the answer, which comes after the passphrase check, to the last file. */
export async function benchSigningMany(installation: BenchInstallation) {
  const samples: number[] = [];
  const steps: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const ids = await lettersToSign(installation, batchSize);
    const { jobId } = await installation.call<{ jobId: string }>('sumedang/sekda', 'POST', '/letters/sign', {
      ids,
      passphrase: installation.password,
    });
    const started = performance.now();
    const seen = new Set<number>();
    for (;;) {
      type Job = { status: string; progress: number; result: { signed: string[] } | null };
      const job = await installation.call<Job>('sumedang/sekda', 'GET', `/jobs/${jobId}`);
      seen.add(job.progress);
      if (job.status === 'completed') {
        if (job.result?.signed.length !== batchSize) throw new Error(`signed ${job.result?.signed.length}`);
        break;
      }
      if (job.status === 'failed') throw new Error('the batch failed');
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
    samples.push(performance.now() - started);
    steps.push(seen.size);
  }
  return {
    runs: samples.length,
    letters: batchSize,
    medianMilliseconds: round(median(samples)),
    perLetterMilliseconds: round(median(samples) / batchSize),
    /** Different progress values that a page saw in the slowest telling run. */
    progressSteps: Math.min(...steps),
  };
}
