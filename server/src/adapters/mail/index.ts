import { createFolderMail } from './folder.ts';
import type { Mail } from './port.ts';
import { createSmtpMail } from './smtp.ts';

export { readDeliveryFailures } from './bounce.ts';
export { type Mail, MailRefused } from './port.ts';

/** Mail by SMTP when a URL is given, else as files in `folder`. The sender is `no-reply` at the public address's host. */
export function createMail(options: { smtpUrl?: string | undefined; folder: string; publicUrl: string }): Mail {
  const from = { name: 'Madangan', address: `no-reply@${new URL(options.publicUrl).hostname}` };
  return options.smtpUrl === undefined ? createFolderMail(options.folder, from) : createSmtpMail(options.smtpUrl, from);
}
