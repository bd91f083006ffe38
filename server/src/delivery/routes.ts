import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needs, signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import {
  deliveriesAnswer,
  handedOverAnswer,
  handedOverBody,
  receiptAnswer,
  resendBody,
  sendAnswer,
  sendBody,
} from './schema.ts';
import type { DeliveryService } from './service.ts';

const tags = ['letters'];
const params = z.object({ id: z.uuid() });
const ofRecipient = params.extend({ recipientId: z.uuid() });

/** Sending signed letters. */
export function deliveryRoutes(instance: FastifyInstance, service: DeliveryService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { access: needs('letters.act') };
  const reads = { access: signedIn };
  app.post(
    '/letters/:id/send',
    { config, schema: { tags, params, body: sendBody, response: { 200: sendAnswer } } },
    (request) => service.send(officeContext(request), request.params.id, request.body ?? {}),
  );
  app.post(
    '/letters/:id/recipients/:recipientId/handed-over',
    {
      config: { access: needs('letters.register') },
      schema: { tags, params: ofRecipient, body: handedOverBody, response: { 200: handedOverAnswer } },
    },
    (request) =>
      service.handOver(
        officeContext(request),
        request.params.id,
        request.params.recipientId,
        request.body?.note ?? null,
      ),
  );
  app.post(
    '/letters/:id/recipients/:recipientId/resend',
    { config, schema: { tags, params: ofRecipient, body: resendBody, response: { 200: deliveriesAnswer } } },
    (request) =>
      service.resend(officeContext(request), request.params.id, request.params.recipientId, request.body ?? {}),
  );
  app.get(
    '/letters/:id/deliveries',
    { config: reads, schema: { tags, params, response: { 200: deliveriesAnswer } } },
    (request) => service.deliveries(officeContext(request), request.params.id),
  );
  app.get(
    '/letters/:id/recipients/:recipientId/receipt',
    { config: reads, schema: { tags, params: ofRecipient, response: { 200: receiptAnswer } } },
    (request) => service.receipt(officeContext(request), request.params.id, request.params.recipientId),
  );
}
