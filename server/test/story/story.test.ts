import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, demoPassword, eventually, startRunning } from '../running-installation.ts';
import { agreementChapter } from './agreement.ts';
import { dispositionChapter } from './disposition.ts';
import { invitationChapter } from './invitation.ts';
import { done, type Job, officeOf, type Page, type Story, today } from './office.ts';
import { signUpChapter } from './sign-up.ts';

// The chapters are one story: each goes on where the one before ended. beforeAll fills in what they start from.
const story = {} as Story;

beforeAll(async () => {
  story.running = await startRunning();
  story.client = createClient(story.running.url);
  for (const slug of ['sumedang', 'lebak', 'sukabumi'] as const)
    story[slug] = officeOf(story.client, slug, demoPassword);
});
afterAll(() => story.running?.stop());

describe('1. one command gives a running platform with three regencies', () => {
  test('it is ready, and the front page lists the three offices', async () => {
    const { items } = await done(story.client.nobody<Page<{ slug: string; name: string }>>('GET', '/offices'));
    expect(items.map((office) => office.slug).sort()).toEqual(['lebak', 'sukabumi', 'sumedang']);
  });

  test('it printed its address and the demo accounts, and the demo password only where it is not given', async () => {
    await eventually(async () => story.running.stdout().includes('Madangan siap:'), 'the line that says it is ready');
    expect(story.running.stdout()).toContain(`Madangan siap: ${story.running.url}`);
    expect(story.running.stdout()).toContain('superadmin');
    expect(story.running.stdout()).toContain(`http://sumedang.localhost:${story.running.port}`);
    expect(story.running.stderr()).toBe('');
  });
});

signUpChapter(story);
invitationChapter(story);
dispositionChapter(story);
agreementChapter(story);

describe('6. the month’s report', () => {
  test.each(['sumedang', 'lebak', 'sukabumi'])(
    '%s: its admin orders it as PDF and XLSX and downloads both',
    async (slug) => {
      const office = officeOf(story.client, slug, demoPassword);
      for (const format of ['pdf', 'xlsx'] as const) {
        const { jobId } = await done(
          office.as('admin')<{ jobId: string }>('POST', '/reports', {
            kind: 'letters',
            period: today().slice(0, 7),
            format,
          }),
          202,
        );
        const job = await eventually(async () => {
          const answer = await office.act<Job>('admin', 'GET', `/jobs/${jobId}`);
          if (answer.status === 'failed') throw new Error(`the report failed: ${answer.error}`);
          return answer.status === 'completed' ? answer : null;
        }, `the report of ${slug} as ${format}`);
        expect(job.progress).toBe(100);
        const path = new URL(String(job.result?.fileUrl), story.running.url).pathname.replace('/api/v1', '');
        const file = await office.as('admin')('GET', path);
        expect(file.status).toBe(200);
        expect(file.bytes.subarray(0, 2).toString()).toBe(format === 'pdf' ? '%P' : 'PK');
        const other = slug === 'lebak' ? story.sumedang : story.lebak;
        expect(await other.as('admin')('GET', path)).toMatchObject({ status: 404 });
        expect(await office.as('staf')('GET', path)).toMatchObject({
          status: expect.toSatisfy((s: number) => s >= 403),
        });
      }
    },
  );

  test('the installation met no error of its own on the way', () => {
    expect(story.running.stderr()).toBe('');
    expect(story.running.stdout()).not.toMatch(/"level":(50|60)/);
  });
});
