/** One message to one person, plain text. */
export type Message = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** The same for the same message, so that a repeated job is recognisable as one message: letters, digits, `-`. */
  id: string;
  /** Where a mail server reports later that it could not deliver; the sender's address when not said. */
  bounceTo?: string;
  attachments?: readonly { filename: string; content: Buffer; contentType: string }[];
};

/** Sends mail. Call it in a job, never in a transaction. */
export type Mail = {
  /** Whether messages leave this machine; false when they are only written as files. */
  leaves: boolean;
  /**
   * @throws MailRefused when the server refuses for good (5xx): another try will be refused, too
   * @throws Error when the server cannot be reached or refuses for now (4xx); try again later
   */
  send(message: Message): Promise<void>;
  close(): void;
};

/** The mail server refused the message or its receiver for good; `message` is what it said. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** A message's attachments as nodemailer takes them. */
export const attached = (attachments: Message['attachments']) =>
  attachments === undefined ? {} : { attachments: [...attachments] };

/** A message's way back, when it has one of its own. The headers keep the sender that people see. */
export const returning = (bounceTo: string | undefined, to: Message['to']) =>
  bounceTo === undefined ? {} : { envelope: { from: bounceTo, to: to.address } };
