import { sql } from 'drizzle-orm';
import type { Typesetter } from '../adapters/typesetting/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import type { IncomingService } from '../incoming/index.ts';
import { type DemoLetter, resolveOffset } from '../tenants/index.ts';
import { demoScan } from './scan.ts';

type DemoIncoming = Extract<DemoLetter, { direction: 'incoming' }>;

export interface ReceiveDeps {
  tenancy: Tenancy;
  clock: Clock;
  typesetter: Typesetter;
  incoming: IncomingService;
}

/** Records a demo letter from outside with its scan, and registers it where the demo wants that. */
export async function receiveDemoLetter(
  deps: ReceiveDeps,
  registrar: OfficeContext,
  letter: DemoIncoming,
  routeTo: string | undefined,
): Promise<void> {
  const now = deps.clock.now();
  const today = dateIn(registrar.tenant.timeZone, now);
  const [known] = await deps.tenancy.readTenant(registrar.tenant, (read) =>
    read.execute<{ id: string; state: string }>(sql`select id, state from letters
      where direction = 'incoming' and number = ${letter.number} and sender_name = ${letter.from.name}`),
  );
  const isRegistered = letter.wantState === 'registered' && routeTo !== undefined;
  if (known) {
    if (isRegistered && known.state === 'received') await deps.incoming.register(registrar, known.id, { routeTo });
    return;
  }
  const date = resolveOffset(letter.dateOffsetDays, today);
  const pdf = await deps.typesetter.letter(demoScan(letter, date, now));
  await deps.incoming.record(
    registrar,
    {
      senderName: letter.from.name,
      number: letter.number,
      date,
      subject: letter.subject,
      type: letter.type,
      classification: letter.classification,
      secrecy: letter.secrecy,
      urgency: letter.urgency,
      ...(isRegistered ? { routeTo } : {}),
    },
    {
      pages: [{ bytes: Buffer.from(pdf), name: `${letter.key}.pdf`, mediaType: 'application/pdf' }],
      attachments: [],
    },
  );
}
