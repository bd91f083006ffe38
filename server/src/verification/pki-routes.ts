import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authorities } from '../authorities/index.ts';

const types = { crl: 'application/pkix-crl', crt: 'application/pkix-cert' } as const;

/**
 * Certificates and revocation lists for whoever checks our signatures elsewhere: `/pki/root.crt`, `/pki/<regency>.crl`.
 * Plain files, as RFC 5280 §4.2.1.13 has them; nobody signs in.
 */
export function pkiRoutes(app: FastifyInstance, authorities: Pick<Authorities, 'published'>): void {
  app.get(
    '/pki/:file',
    { config: { rateLimit: { max: 600, timeWindow: 60_000 } }, schema: { hide: true } },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const { file } = request.params as { file: string };
      const [, name, kind] = /^([a-z][a-z0-9-]{1,40})\.(crl|crt)$/.exec(file) ?? [];
      const found = name === undefined ? null : await authorities.published(name === 'root' ? null : name);
      const bytes = kind === 'crl' ? found?.revocationList : found?.certificate;
      if (!bytes) return reply.code(404).type('text/plain').send('not found\n');
      return reply
        .header('content-type', types[kind === 'crl' ? 'crl' : 'crt'])
        .header('cache-control', 'public, max-age=3600')
        .header('x-content-type-options', 'nosniff')
        .send(bytes);
    },
  );
}
