import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '../paths.ts';

const yearSeconds = 31_536_000;

/**
 * Serves the built interface: hashed assets for a year, every other page by the one document that starts it.
 * Does nothing where the interface was not built (tests of the API).
 */
export async function registerWebFiles(app: FastifyInstance): Promise<void> {
  const root = join(projectRoot, 'web/dist');
  if (!existsSync(join(root, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    maxAge: yearSeconds * 1000,
    immutable: true,
    cacheControl: true,
    preCompressed: true,
  });
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (path.startsWith('/api/') || /\.[a-z0-9]+$/i.test(path)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html', root);
  });
}
