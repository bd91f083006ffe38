import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthorities } from '../authorities/index.ts';
import { createTestOffice, type TestOffice, type TestServer } from '../testing/office.ts';
import { requireTool } from '../testing/tools.ts';

let office: TestOffice & TestServer;
let folder: string;
beforeAll(async () => {
  office = await createTestOffice();
  await office.addSigners('sekda', 'bupati');
  folder = mkdtempSync(join(tmpdir(), 'madangan-pki-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await office.close();
});

const fetchPki = (file: string) => office.app.inject({ method: 'GET', url: `/pki/${file}` });
const keyOf = async (username: string) => {
  const [row] = await office.tenancy.readTenant(office.tenant, (read) =>
    read.execute<{ id: string; serial: string; certificate: string }>(sql`select k.id, k.certificate_serial as serial,
      encode(k.certificate, 'base64') as certificate from signing_keys k join people p on p.id = k.person_id
      where p.username = ${username}`),
  );
  if (!row) throw new Error(`no key of ${username}`);
  return row;
};
/** What OpenSSL says of a file. */
const openssl = (bytes: Buffer, ...parameters: string[]): string => {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return execFileSync('openssl', [...parameters, '-in', path, '-inform', 'DER', '-noout', '-text']).toString();
};

describe.skipIf(!requireTool('openssl'))('authorities publish what others check by (openssl)', () => {
  it('a regency’s certificate and list, the root’s, and nothing else', async () => {
    await office.deps.authorities.renewLists();
    for (const name of ['root', office.tenant.slug]) {
      const [crt, crl] = [await fetchPki(`${name}.crt`), await fetchPki(`${name}.crl`)];
      expect([crt.statusCode, crt.headers['content-type']]).toEqual([200, 'application/pkix-cert']);
      expect([crl.statusCode, crl.headers['content-type']]).toEqual([200, 'application/pkix-crl']);
      expect(openssl(crt.rawPayload, 'x509')).toContain('CA:TRUE');
      expect(openssl(crl.rawPayload, 'crl')).toContain('Next Update');
    }
    for (const file of ['tidak-ada.crl', 'root.key', '..%2froot.crl', `${office.tenant.slug}.pem`]) {
      expect((await fetchPki(file)).statusCode, file).toBe(404);
    }
  });

  it('names a revoked certificate as soon as it is revoked, and is not made again while it is in date', async () => {
    const key = await keyOf('bupati');
    const before = openssl((await fetchPki(`${office.tenant.slug}.crl`)).rawPayload, 'crl');
    expect(before).not.toContain(key.serial.toUpperCase());
    await office.deps.authorities.revoke(office.tenant, key.id);
    const after = openssl((await fetchPki(`${office.tenant.slug}.crl`)).rawPayload, 'crl');
    expect(after).toContain(key.serial.toUpperCase());
    const { rawPayload } = await fetchPki(`${office.tenant.slug}.crl`);
    await office.deps.authorities.renewLists();
    expect((await fetchPki(`${office.tenant.slug}.crl`)).rawPayload.equals(rawPayload)).toBe(true);
    office.clock.advance(20 * 86_400_000);
    await office.deps.authorities.renewLists();
    const renewed = (await fetchPki(`${office.tenant.slug}.crl`)).rawPayload;
    expect(renewed.equals(rawPayload)).toBe(false);
    expect(openssl(renewed, 'crl')).toContain(key.serial.toUpperCase());
  });

  it('a new certificate says where the list is', async () => {
    const { tenancy, secrets, clock } = office.deps;
    const authorities = createAuthorities({
      tenancy,
      secrets,
      clock,
      demo: true,
      publicUrl: 'https://madangan.example',
    });
    const [request] = await office.tenancy.readTenant(office.tenant, (read) =>
      read.execute<{ request: Buffer }>(sql`select certification_request as request from signing_keys limit 1`),
    );
    const subject = { name: 'Uji', position: 'Uji', organization: 'Uji' };
    const order = { keyId: crypto.randomUUID(), request: request?.request ?? Buffer.alloc(0), subject, demo: true };
    const { certificate } = await authorities.issue(office.tenant, order);
    expect(openssl(certificate, 'x509')).toContain(`URI:https://madangan.example/pki/${office.tenant.slug}.crl`);
  });
});
