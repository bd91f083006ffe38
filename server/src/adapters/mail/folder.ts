import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { attached, type Mail } from './port.ts';

/** Mail as files `<id>.eml` in a folder, for an installation without a mail server. The same id writes the same file. */
export function createFolderMail(folder: string, from: { name: string; address: string }): Mail {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    leaves: false,
    async send({ to, subject, text, id, attachments, bounceTo }) {
      if (!/^[A-Za-z0-9-]+$/.test(id)) throw new Error('not a message id');
      const messageId = `<${id}@localhost>`;
      // Where it would come back to is written into the file, since there is no envelope that could carry it.
      const headers = bounceTo === undefined ? {} : { headers: { 'Return-Path': `<${bounceTo}>` } };
      const { message } = await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId,
        ...headers,
        ...attached(attachments),
      });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${id}.eml`);
      await writeFile(`${path}.new`, message as Buffer, { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
    close: () => transport.close(),
  };
}
