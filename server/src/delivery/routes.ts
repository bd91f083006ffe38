import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { handedOverAnswer, sendAnswer, sendBody } from './schema.ts';
import type { DeliveryService } from './service.ts';

const tags = ['letters'];
const params = z.object({ id: z.uuid() });

/** Sending signed letters. */
export function deliveryRoutes(instance: FastifyInstance, service: DeliveryService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { access: needs('letters.act') };
  app.post(
    '/letters/:id/send',
    { config, schema: { tags, params, body: sendBody, response: { 200: sendAnswer } } },
    (request) => service.send(officeContext(request), request.params.id, request.body ?? {}),
  );
  app.post(
    '/letters/:id/recipients/:recipientId/handed-over',
    {
      config: { access: needs('letters.register') },
      schema: { tags, params: params.extend({ recipientId: z.uuid() }), response: { 200: handedOverAnswer } },
    },
    (request) => service.handOver(officeContext(request), request.params.id, request.params.recipientId),
  );
}
