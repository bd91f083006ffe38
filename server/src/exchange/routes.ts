import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { needs } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import { logPage, logQuery } from './schema.ts';
import type { ExchangeService } from './service.ts';

/** The log of letters between regencies. */
export function exchangeRoutes(instance: FastifyInstance, service: ExchangeService): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/exchange-log',
    {
      config: { access: needs('exchange.log') },
      schema: { tags: ['exchange'], querystring: logQuery, response: { 200: logPage } },
    },
    (request) => service.log(officeContext(request), request.query),
  );
}
