import { type ParsedMail, simpleParser } from 'mailparser';

/** What a mail server reports about one receiver of a message (RFC 3464). */
export interface DeliveryFailure {
  /** `failed`: given up; `delayed`: still trying. */
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code, such as `5.1.1`; empty when missing. */
  status: string;
  /** In the server's words, in one line. */
  reason: string;
}

/** Fields of one block; a line that begins with a space continues the one before. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

/** "smtp; 550 5.1.1 …" without its type. */
const wordsOf = (value: string): string => value.replace(/^[A-Za-z0-9-]+;\s*/, '').slice(0, 500);

const actions: readonly string[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];
const isAction = (value: string): value is DeliveryFailure['action'] => actions.includes(value);

function failuresOf(report: string): DeliveryFailure[] {
  return report.split(/\r?\n\r?\n/).flatMap((block): DeliveryFailure[] => {
    const fields = fieldsOf(block);
    const action = fields.get('action')?.toLowerCase() ?? '';
    if (!isAction(action)) return [];
    const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '';
    const reason = wordsOf(fields.get('diagnostic-code') ?? '') || status || 'tidak dijelaskan';
    return [{ action, status, reason }];
  });
}

/** Addresses that the report was sent to, most certain first: where the envelope went, then the headers. */
function addressesOf(mail: ParsedMail): string[] {
  const texts = mail.headerLines
    .filter(({ key }) => ['x-original-to', 'delivered-to', 'envelope-to', 'to'].includes(key))
    .map(({ line }) => line);
  return texts.flatMap((text) => text.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? []);
}

/**
 * Reads a message that came to the bounce address.
 * @param message as the mail server pipes it
 * @returns the addresses it came to and what it reports; no failures for a message that is no delivery report
 */
export async function readDeliveryFailures(
  message: Buffer,
): Promise<{ addresses: string[]; failures: DeliveryFailure[] }> {
  const mail = await simpleParser(message, {
    // Else the report is mixed into the text, where anybody could have written it.
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  const reports = mail.attachments.filter((part) => part.contentType === 'message/delivery-status');
  return {
    addresses: addressesOf(mail),
    failures: reports.flatMap((part) => failuresOf(part.content.toString('utf8'))),
  };
}
