import { z } from 'zod';
import { letterStates } from '../letters/index.ts';

export const sendBody = z.object({ version: z.number().int().positive().optional() }).nullish();
export type SendLetter = NonNullable<z.infer<typeof sendBody>>;

/** How a letter reaches a recipient. `print`: there is no e-mail address, or the letter is secret and leaves on paper. */
export const channels = ['internal', 'exchange', 'mail', 'print'] as const;
export type Channel = (typeof channels)[number];

const recipient = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(['to', 'copy']),
  channel: z.enum(channels),
  delivery: z.enum(['pending', 'sent', 'delivered', 'read', 'failed']),
});
export type SentRecipient = z.infer<typeof recipient>;

export const sendAnswer = z.object({
  id: z.uuid(),
  state: z.enum(letterStates),
  version: z.number().int(),
  sentAt: z.string(),
  recipients: z.array(recipient),
});
export type SendAnswer = z.infer<typeof sendAnswer>;

export const handedOverAnswer = z.object({ id: z.uuid(), delivery: z.literal('sent') });
