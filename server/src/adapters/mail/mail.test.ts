import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { createMail } from './index.ts';

const message = {
  to: { name: 'Siti Contoh', address: 'siti@contoh.example' },
  subject: 'Aktivasi akun – Kabupaten Contoh',
  text: 'Silakan buka tautan berikut.\nTerima kasih.',
  id: 'activation-1',
};

test('without a mail server a message is a file, written once per id', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-'));
  const mail = createMail({ folder, publicUrl: 'http://localhost:8080' });
  await mail.send(message);
  await mail.send(message);
  expect(mail.leaves).toBe(false);
  expect(readdirSync(folder)).toEqual(['activation-1.eml']);
  const parsed = await simpleParser(readFileSync(join(folder, 'activation-1.eml')));
  expect(parsed.subject).toBe(message.subject);
  expect(parsed.text?.trim()).toBe(message.text);
  rmSync(folder, { recursive: true });
});

test('with SMTP_URL a message reaches the server; a server that is not there is an error', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then((parsed) => {
        received.push(`${parsed.from?.value[0]?.address}: ${parsed.subject}`);
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const mail = createMail({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    folder: '/nowhere',
    publicUrl: 'https://kantor.example',
  });
  await mail.send(message);
  expect(received).toEqual([`no-reply@kantor.example: ${message.subject}`]);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await expect(mail.send(message)).rejects.toThrow('ECONNREFUSED');
  mail.close();
});
