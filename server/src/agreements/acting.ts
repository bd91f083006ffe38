import { audit } from '../core/audit/index.ts';
import { dateIn } from '../core/clock.ts';
import { type FieldError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { outbox } from '../core/queue/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import type { AgreementDeps } from './deps.ts';
import { agreementProblems as problems } from './problems.ts';
import { publishRepresentative, type Representative } from './representative.ts';

const actorOf = (ctx: OfficeContext) => ({
  personId: ctx.actor.personId,
  name: ctx.actor.name,
  positionTitle: ctx.actor.positions[0]?.title ?? null,
});

/** @throws agreement_invalid when anything is at fault, with all fields */
export function refuseFaults(errors: readonly FieldError[]): void {
  if (errors.length === 0) return;
  throw problem(problems.invalid, { detail: 'Periksa isian yang disebut, lalu kirim lagi.', errors: [...errors] });
}

export type Act = (
  ctx: OfficeContext,
  id: string,
  action: string,
  detail: Record<string, unknown>,
  change: (tx: TenantTx, own: Representative) => Promise<void>,
) => Promise<void>;

/** One transaction of an act: partners learn who represents us, our own log says who did what. */
export const createAct =
  ({ tenancy, clock }: Pick<AgreementDeps, 'tenancy' | 'clock'>): Act =>
  async (ctx, id, action, detail, change) => {
    await tenancy.withTenant(ctx.tenant, async (tx) => {
      await change(tx, await publishRepresentative(tx, dateIn(ctx.tenant.timeZone, clock.now())));
      await audit(tx, { actor: actorOf(ctx), action, subject: { kind: 'agreement', id }, detail });
    });
    outbox.poke();
  };
