import { createTransport } from 'nodemailer';
import { attached, type Mail, MailRefused, returning } from './port.ts';

/**
 * What a server said when it refused this message or its receiver for good; null for everything else. A refusal to let
 * us in (535) or to talk at all concerns every message, and is the administrator's to mend: it waits.
 */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('responseCode' in error) || typeof error.responseCode !== 'number') return null;
  const isOurs = 'code' in error && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');
  if (!isOurs || error.responseCode < 500) return null;
  return 'response' in error && typeof error.response === 'string' ? error.response : error.message;
}

/** Mail through an SMTP server: `smtp://user:password@host:587`, or `smtps://` for TLS from the start. */
export function createSmtpMail(url: string, from: { name: string; address: string }): Mail {
  const transport = createTransport(url);
  const domain = from.address.split('@')[1] ?? 'localhost';
  return {
    leaves: true,
    async send({ to, subject, text, id, attachments, bounceTo }) {
      const message = { from, to, subject, text, messageId: `<${id}@${domain}>` };
      try {
        await transport.sendMail({ ...message, ...attached(attachments), ...returning(bounceTo, to) });
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === null) throw error;
        throw new MailRefused(refusal, { cause: error });
      }
    },
    close: () => transport.close(),
  };
}
