import type { FastifyInstance, FastifyRequest } from 'fastify';
import metrics from 'fastify-metrics';
import { commonProblems, problem } from '../errors.ts';

interface HealthOptions {
  /** What is not ready yet, in words; empty when all is. */
  notReady(): Promise<string[]>;
  metricsToken: string | undefined;
}

const isLoopback = (ip: string): boolean => ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1';

/** Liveness, readiness and metrics, outside the API's base path. */
export async function registerHealth(app: FastifyInstance, options: HealthOptions): Promise<void> {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async (_, reply) => {
    const waitingFor = await options.notReady();
    return reply
      .code(waitingFor.length === 0 ? 200 : 503)
      .send({ status: waitingFor.length === 0 ? 'ready' : 'starting', waitingFor });
  });

  await app.register(metrics, {
    endpoint: null,
    clearRegisterOnInit: true,
    routeMetrics: { registeredRoutesOnly: true },
  });
  const mayRead = (request: FastifyRequest): boolean =>
    options.metricsToken === undefined
      ? isLoopback(request.ip)
      : request.headers.authorization === `Bearer ${options.metricsToken}` || isLoopback(request.ip);
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request)) throw problem(commonProblems.notFound);
    return reply.type(app.metrics.client.register.contentType).send(await app.metrics.client.register.metrics());
  });
}
