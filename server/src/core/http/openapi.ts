import { createHash } from 'node:crypto';
import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';

/** The wire shape of every error. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});
z.globalRegistry.add(problemSchema, { id: 'Problem' });

/** The policy with the hashes of the page's own inline scripts: the reference page starts itself by one. */
function allowInlineScripts(policy: string, page: string): string {
  const hashes = [...page.matchAll(/<script type="text\/javascript">([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return policy.replace("script-src 'self'", ["script-src 'self'", ...hashes].join(' '));
}

/** A multipart body as OpenAPI says it: JSON fields with their schema, files as bytes, of which there may be several. */
function multipartBody({ fields, files }: NonNullable<FastifyContextConfig['multipart']>): object {
  const properties = {
    ...Object.fromEntries(
      Object.entries(fields).map(([name, schema]) => {
        const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input' });
        return [name, described];
      }),
    ),
    ...Object.fromEntries(
      files.map((name) => [
        name,
        { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } },
      ]),
    ),
  };
  return { type: 'object', required: Object.keys(fields), properties };
}

/** Multipart bodies are read as streams and not validated as a whole, so that their description stands apart. */
function describeRoute(input: Parameters<typeof jsonSchemaTransform>[0]): ReturnType<typeof jsonSchemaTransform> {
  const described = jsonSchemaTransform(input);
  const multipart = input.route.config?.multipart;
  if (!multipart) return described;
  const schema = { ...described.schema, consumes: ['multipart/form-data'], body: multipartBody(multipart) };
  return { ...described, schema };
}

/** OpenAPI 3.1 of everything under /api/v1, made from the routes' own schemas. */
export async function registerOpenApi(
  app: FastifyInstance,
  options: { publicUrl: string; version: string },
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Madangan',
        version: options.version,
        description: 'e-Office untuk banyak kabupaten dan kota dalam satu pemasangan.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: options.publicUrl }],
      components: {
        securitySchemes: {
          officeToken: { type: 'http', scheme: 'bearer', description: 'Token of POST /auth/login at a regency' },
          consoleToken: { type: 'http', scheme: 'bearer', description: 'Token of POST /platform/auth/login' },
        },
      },
    },
    transform: describeRoute,
    transformObject: jsonSchemaTransformObject,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(async (docs) => {
    docs.addHook('onSend', async (_, reply, payload) => {
      const policy = reply.getHeader('content-security-policy');
      if (typeof payload === 'string' && typeof policy === 'string' && payload.startsWith('<!doctype html>')) {
        reply.header('content-security-policy', allowInlineScripts(policy, payload));
      }
      return payload;
    });
    await docs.register(scalar, {
      routePrefix: '/api/docs',
      configuration: {
        url: '/api/openapi.json',
        withDefaultFonts: false,
        hideClientButton: true,
        showDeveloperTools: 'never',
        telemetry: false,
        mcp: { disabled: true },
        agent: { disabled: true },
      },
    });
  });
}
