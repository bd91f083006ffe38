import { describe, expect, test } from 'vitest';
import { eventually } from '../running-installation.ts';
import { done, type Job, type Page, type Person, type Story } from './office.ts';

/** 2. Sign-up, approval, provisioning, activation. */
export function signUpChapter(story: Story): void {
  describe('2. a fourth regency signs up, is approved, provisioned and moves in', () => {
    let region: { code: string; name: string };
    let signup: { id: string; token: string };
    let jobId: string;
    let activationUrl: URL;

    test('the public page finds a regency that has not joined', async () => {
      const { items } = await done(
        story.client.nobody<Page<{ code: string; name: string; slug: string | null }>>('GET', '/regions?q=Kuningan'),
      );
      const found = items.find((item) => item.slug === null);
      if (!found) throw new Error('no free region called Kuningan');
      region = found;
    });

    test('anyone may sign it up; until somebody decides it is pending, and no office', async () => {
      signup = await done(
        story.client.nobody<{ id: string; token: string }>('POST', '/signups', {
          regionCode: region.code,
          slug: 'kuningan',
          contact: {
            name: 'Rina Pertiwi',
            email: 'rina@kuningan.example',
            phone: '0232-123456',
            position: 'Kepala Dinas Kominfo',
          },
        }),
        202,
      );
      expect(await done(story.client.nobody('GET', `/signups/${signup.token}`))).toMatchObject({ state: 'pending' });
      const early = await story.client.at('kuningan')('POST', '/auth/login', {
        username: 'admin',
        password: 'x'.repeat(12),
      });
      expect(early).toMatchObject({ status: 404, body: { code: 'tenant_unknown' } });
    });

    test('the superadmin finds the application and approves it', async () => {
      const { items } = await done(
        story.client.as('superadmin')<Page<{ id: string; state: string }>>('GET', '/platform/signups'),
      );
      expect(items).toContainEqual(expect.objectContaining({ id: signup.id, state: 'pending' }));
      const approved = await done(
        story.client.as('superadmin')<{ tenant: { slug: string }; jobId: string }>(
          'POST',
          `/platform/signups/${signup.id}/approve`,
        ),
        202,
      );
      expect(approved.tenant.slug).toBe('kuningan');
      jobId = approved.jobId;
    });

    test('and watches it being provisioned, step by step, until it is active', async () => {
      const progress: number[] = [];
      const job = await eventually(async () => {
        const answer = await done(story.client.as('superadmin')<Job>('GET', `/platform/jobs/${jobId}`));
        progress.push(answer.progress);
        if (answer.status === 'failed') throw new Error(`provisioning failed: ${answer.error}`);
        return answer.status === 'completed' ? answer : null;
      }, 'provisioning of Kuningan');
      expect(progress).toEqual([...progress].sort((a, b) => a - b));
      expect(job.progress).toBe(100);
      const tenant = await done(
        story.client.as('superadmin')<{ status: string; steps: { state: string }[] }>(
          'GET',
          '/platform/tenants/kuningan',
        ),
      );
      expect(tenant.status).toBe('active');
      expect(new Set(tenant.steps.map((step) => step.state))).toEqual(new Set(['done']));
      activationUrl = new URL(String(job.result?.activationUrl));
      expect(activationUrl.host).toBe(`kuningan.localhost:${story.running.port}`);
    });

    test('the activation link is shown once', async () => {
      const again = await done(story.client.as('superadmin')<Job>('GET', `/platform/jobs/${jobId}`));
      expect(again.result?.activationUrl ?? null).toBeNull();
    });

    test('its admin sets a password with the link, once, and signs in', async () => {
      const body = { token: activationUrl.searchParams.get('token'), password: 'gunung-ciremai-3078' };
      const { username } = await done(
        story.client.at('kuningan')<{ username: string }>('POST', '/auth/activate', body),
      );
      expect((await story.client.at('kuningan')('POST', '/auth/activate', body)).status).toBeGreaterThanOrEqual(400);
      const admin = story.client.as(`kuningan/${username}`, 'gunung-ciremai-3078');
      expect((await done(admin<Person>('GET', '/me'))).permissions).toContain('organization.manage');
    });

    test('the office is empty, and has the perangkat daerah of a kabupaten', async () => {
      const admin = story.client.as('kuningan/admin', 'gunung-ciremai-3078');
      expect(await done(admin('GET', '/letters'))).toEqual({ items: [], nextCursor: null });
      const { items } = await done(admin<{ items: { name: string }[] }>('GET', '/units'));
      expect(items.length).toBeGreaterThan(20);
      expect(items.map((unit) => unit.name).join('\n')).toContain('Dinas Komunikasi dan Informatika');
      expect(await done(story.client.nobody('GET', `/signups/${signup.token}`))).toMatchObject({ state: 'active' });
    });
  });
}
