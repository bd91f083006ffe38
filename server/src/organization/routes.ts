import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import * as schema from './schema.ts';
import type { OrganizationService } from './service.ts';

const tags = ['organization'];
const params = schema.idParams;

/** Whom one can address, the tree of units, people and posts, delegations, and the office's settings. */
export function organizationRoutes(instance: FastifyInstance, service: OrganizationService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const everyone = { access: signedIn };
  const manage = { access: needs('organization.manage') };
  const { directory, units, positions, people, assignments, delegations, settings } = service;

  app.get(
    '/directory',
    {
      config: everyone,
      schema: { tags, querystring: schema.directoryQuery, response: { 200: schema.directoryAnswer } },
    },
    (request) => directory.search(officeContext(request), request.query),
  );

  app.get('/units', { config: everyone, schema: { tags, response: { 200: schema.unitsAnswer } } }, (request) =>
    units.list(officeContext(request)),
  );
  app.post(
    '/units',
    { config: manage, schema: { tags, body: schema.createUnitBody, response: { 201: schema.unitAnswer } } },
    async (request, reply) => reply.code(201).send(await units.create(officeContext(request), request.body)),
  );
  app.patch(
    '/units/:id',
    { config: manage, schema: { tags, params, body: schema.updateUnitBody, response: { 200: schema.unitAnswer } } },
    (request) => units.update(officeContext(request), request.params.id, request.body),
  );

  app.get(
    '/positions',
    {
      config: everyone,
      schema: { tags, querystring: schema.positionsQuery, response: { 200: schema.positionsAnswer } },
    },
    (request) => positions.list(officeContext(request), request.query),
  );
  app.post(
    '/positions',
    { config: manage, schema: { tags, body: schema.createPositionBody, response: { 201: schema.positionAnswer } } },
    async (request, reply) => reply.code(201).send(await positions.create(officeContext(request), request.body)),
  );
  app.patch(
    '/positions/:id',
    {
      config: manage,
      schema: { tags, params, body: schema.updatePositionBody, response: { 200: schema.positionAnswer } },
    },
    (request) => positions.update(officeContext(request), request.params.id, request.body),
  );
  app.get(
    '/positions/:id/assignments',
    { config: manage, schema: { tags, params, response: { 200: schema.assignmentsAnswer } } },
    (request) => assignments.history(officeContext(request), request.params.id),
  );
  app.post(
    '/assignments',
    { config: manage, schema: { tags, body: schema.createAssignmentBody, response: { 201: schema.assignmentAnswer } } },
    async (request, reply) => reply.code(201).send(await assignments.create(officeContext(request), request.body)),
  );
  app.post(
    '/assignments/:id/end',
    {
      config: manage,
      schema: { tags, params, body: schema.endAssignmentBody, response: { 200: schema.assignmentAnswer } },
    },
    (request) => assignments.end(officeContext(request), request.params.id, request.body.endsOn),
  );

  app.get(
    '/people',
    { config: manage, schema: { tags, querystring: schema.peopleQuery, response: { 200: schema.peoplePage } } },
    (request) => people.list(officeContext(request), request.query),
  );
  app.get(
    '/people/:id',
    { config: manage, schema: { tags, params, response: { 200: schema.personAnswer } } },
    (request) => people.get(officeContext(request), request.params.id),
  );
  app.post(
    '/people',
    {
      config: { ...manage, shownOnce: ['activationUrl'] },
      schema: { tags, body: schema.createPersonBody, response: { 201: schema.createdPersonAnswer } },
    },
    async (request, reply) => reply.code(201).send(await people.create(officeContext(request), request.body)),
  );
  app.patch(
    '/people/:id',
    { config: manage, schema: { tags, params, body: schema.updatePersonBody, response: { 200: schema.personAnswer } } },
    (request) => people.update(officeContext(request), request.params.id, request.body),
  );
  app.post(
    '/people/:id/invite',
    {
      config: { ...manage, shownOnce: ['activationUrl'] },
      schema: { tags, params, response: { 200: schema.invitationAnswer } },
    },
    (request) => people.invite(officeContext(request), request.params.id),
  );
  app.put(
    '/people/:id/roles',
    { config: manage, schema: { tags, params, body: schema.rolesBody, response: { 200: schema.personAnswer } } },
    (request) => people.setRoles(officeContext(request), request.params.id, request.body.roles),
  );

  app.get(
    '/delegations',
    { config: everyone, schema: { tags, response: { 200: schema.delegationsAnswer } } },
    (request) => delegations.list(officeContext(request)),
  );
  app.post(
    '/delegations',
    {
      config: everyone,
      schema: { tags, body: schema.createDelegationBody, response: { 201: schema.delegationAnswer } },
    },
    async (request, reply) => reply.code(201).send(await delegations.create(officeContext(request), request.body)),
  );
  app.delete(
    '/delegations/:id',
    { config: everyone, schema: { tags, params, response: { 204: z.null() } } },
    async (request, reply) => {
      await delegations.end(officeContext(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.get('/settings', { config: everyone, schema: { tags, response: { 200: schema.settingsAnswer } } }, (request) =>
    settings.get(officeContext(request)),
  );
  app.patch(
    '/settings',
    {
      config: { access: needs('settings.manage') },
      schema: { tags, body: schema.updateSettingsBody, response: { 200: schema.settingsAnswer } },
    },
    (request) => settings.update(officeContext(request), request.body),
  );
}
