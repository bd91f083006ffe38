/** One message to one person, plain text. */
export type Message = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** The same for the same message, so that a repeated job is recognisable as one message: letters, digits, `-`. */
  id: string;
  attachments?: readonly { filename: string; content: Buffer; contentType: string }[];
};

/** Sends mail. Call it in a job, never in a transaction. */
export type Mail = {
  /** Whether messages leave this machine; false when they are only written as files. */
  leaves: boolean;
  /** @throws Error when the server cannot be reached or refuses; try again later. */
  send(message: Message): Promise<void>;
  close(): void;
};

/** A message's attachments as nodemailer takes them. */
export const attached = (attachments: Message['attachments']) =>
  attachments === undefined ? {} : { attachments: [...attachments] };
