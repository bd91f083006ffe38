import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { audit } from '../core/audit/index.ts';
import type { Clock } from '../core/clock.ts';
import { problem } from '../core/errors.ts';
import { signedIn } from '../core/http/access.ts';
import { type OfficeContext, officeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { hashPassword } from './passwords.ts';
import { identityProblems as problems } from './problems.ts';
import { officeRealm } from './realm.ts';
import { revokeOtherSessions, setLanguage, setPassword } from './repository.ts';
import { passwordFault } from './rules.ts';
import { changePasswordBody, preferencesBody } from './schema.ts';
import type { SessionFlow } from './session-flow.ts';

interface Deps {
  tenancy: Tenancy;
  clock: Clock;
  flow: SessionFlow;
}

/** Sets another password; all other sessions end. @throws wrong_password, sign_in_locked, weak_password */
async function changePassword(deps: Deps, ctx: OfficeContext, input: z.output<typeof changePasswordBody>) {
  const { personId, username, name, sessionId } = ctx.actor;
  if (!(await deps.flow.isPassword(officeRealm(deps.tenancy, ctx.tenant), username, input.oldPassword))) {
    const message = 'Kata sandi lama tidak cocok.';
    throw problem(problems.wrongPassword, { detail: message, errors: [{ path: 'oldPassword', message }] });
  }
  const fault = passwordFault(input.newPassword, username);
  if (fault) throw problem(problems.weakPassword, { detail: fault, errors: [{ path: 'newPassword', message: fault }] });
  const passwordHash = await hashPassword(input.newPassword);
  await deps.tenancy.withTenant(ctx.tenant, async (tx) => {
    await setPassword(tx, personId, passwordHash);
    await revokeOtherSessions(tx, personId, sessionId, deps.clock.now());
    const subject = { kind: 'person', id: personId };
    await audit(tx, { actor: { personId, name }, action: 'person.password_changed', subject });
  });
}

/** What people change about their own account. */
export function ownAccountRoutes(instance: FastifyInstance, deps: Deps): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const tags = ['identity'];
  app.post(
    '/me/password',
    { config: { access: signedIn }, schema: { tags, body: changePasswordBody, response: { 204: z.null() } } },
    async (request, reply) => {
      await changePassword(deps, officeContext(request), request.body);
      return reply.code(204).send(null);
    },
  );
  app.patch(
    '/me',
    { config: { access: signedIn }, schema: { tags, body: preferencesBody, response: { 200: preferencesBody } } },
    async (request) => {
      const { tenant, actor } = officeContext(request);
      await deps.tenancy.withTenant(tenant, (tx) => setLanguage(tx, actor.personId, request.body.language));
      return request.body;
    },
  );
}
