import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { anyone } from '../core/http/access.ts';
import { codeAnswer, fileAnswerOf } from './answers.ts';
import { fileAnswer, verificationAnswer } from './schema.ts';
import type { VerificationService } from './service.ts';
import { readUpload } from './upload.ts';

const tags = ['verification'];

/** Per address and minute. A whole office shares one; the code has 60 bits, so guessing is hopeless at any rate. */
export const checksPerMinute = { code: 600, file: 120 } as const;

/** Checking codes and files, for anyone, with or without a regency in the address. */
export function verificationRoutes(instance: FastifyInstance, service: VerificationService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/verify/:code',
    {
      config: { access: anyone, rateLimit: { max: checksPerMinute.code, timeWindow: 60_000 } },
      schema: { tags, params: z.object({ code: z.string().max(40) }), response: { 200: verificationAnswer } },
    },
    async (request) => codeAnswer(await service.checkCode(request.params.code)),
  );
  app.post(
    '/verify',
    {
      config: { access: anyone, rateLimit: { max: checksPerMinute.file, timeWindow: 60_000 } },
      schema: { tags, consumes: ['multipart/form-data'], response: { 200: fileAnswer } },
    },
    async (request) => fileAnswerOf(await service.checkFile((await readUpload(request)).bytes)),
  );
}
