import { eq, sql } from 'drizzle-orm';
import { JobCannotSucceed, JobMustWait } from '../core/queue/index.ts';
import { type Tenancy, type Tenant, type TenantTx, tenantOf } from '../core/tenancy/index.ts';
import { exchange } from './tables.ts';

export type Message = typeof exchange.$inferSelect;

/** What the receiver's side of a delivery works with. */
export interface ReceiverSide {
  tx: TenantTx;
  receiver: Tenant;
  /** As the receiver's own login reads it. */
  message: Message;
}

/**
 * The only place where work ordered by one regency goes on as another (architecture.md, rule 4). A letter must be
 * entered by its receiver's own login, which the sender's job does not have; so the worker opens that login here. It is
 * safe because the other side is never named by the job: the job names a message, the message is read under the
 * sender's login (row-level security shows only its own), and its `receiver` was written with it and cannot be changed.
 * What the receiver then does is `enter`, code of the exchange, with the message as the receiver's login reads it.
 * Everything else works for the one regency that ordered it; nothing else may call `withTenant` for a second one.
 */
export function createCrossing(tenancy: Tenancy) {
  return {
    /**
     * The message, as its sender sees it.
     * @throws JobCannotSucceed when the regency has sent no such message
     */
    async findSent(sender: Tenant, exchangeId: string): Promise<Message> {
      const [message] = await tenancy.readTenant(sender, (read) =>
        read.select().from(exchange).where(eq(exchange.id, exchangeId)).limit(1),
      );
      if (message?.sender !== sender.slug) throw new JobCannotSucceed(`${sender.slug} sent no message ${exchangeId}`);
      return message;
    },

    /**
     * Whether the receiver can be reached.
     * @throws JobMustWait while it is suspended or not ready, JobCannotSucceed once it is removed
     */
    async requireReceiver(sender: Tenant, message: Message): Promise<Tenant> {
      const [row] = await tenancy.readTenant(sender, (read) =>
        read.execute<{ status: string }>(sql`select status from platform.tenants where slug = ${message.receiver}`),
      );
      if (row?.status === 'active') return tenantOf(message.receiver);
      const isGone = row === undefined || row.status === 'removing' || row.status === 'removed';
      if (isGone) throw new JobCannotSucceed(`${message.receiver} was removed`);
      throw new JobMustWait(`${message.receiver} is ${row.status}`);
    },

    /**
     * Enters a message at its receiver, in one transaction of the receiver's login, and marks it as delivered. The row is
     * locked, so that two workers take turns; a message that was delivered is not entered again.
     * @returns whether it was entered now
     */
    enter: (receiver: Tenant, exchangeId: string, fn: (side: ReceiverSide) => Promise<void>): Promise<boolean> =>
      tenancy.withTenant(receiver, async (tx) => {
        const [message] = await tx.select().from(exchange).where(eq(exchange.id, exchangeId)).limit(1).for('update');
        if (message?.receiver !== receiver.slug) throw new Error(`message ${exchangeId} is not for ${receiver.slug}`);
        if (message.deliveredAt !== null) return false;
        await fn({ tx, receiver, message });
        await tx.execute(sql`update platform.exchange set delivered_at = now() where id = ${exchangeId}::uuid`);
        return true;
      }),
  };
}
