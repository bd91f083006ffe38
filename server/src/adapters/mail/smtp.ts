import { createTransport } from 'nodemailer';
import { attached, type Mail } from './port.ts';

/** Mail through an SMTP server: `smtp://user:password@host:587`, or `smtps://` for TLS from the start. */
export function createSmtpMail(url: string, from: { name: string; address: string }): Mail {
  const transport = createTransport(url);
  const domain = from.address.split('@')[1] ?? 'localhost';
  return {
    leaves: true,
    async send({ to, subject, text, id, attachments }) {
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>`, ...attached(attachments) });
    },
    close: () => transport.close(),
  };
}
