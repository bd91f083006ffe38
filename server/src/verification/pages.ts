import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../core/clock.ts';
import { ProblemError } from '../core/errors.ts';
import { parseVerifyCode } from '../core/verify-code.ts';
import { type PageContext, renderCode, renderFile, renderForm } from './page.ts';
import { createPageStyles } from './page-style.ts';
import type { Language } from './reason-texts.ts';
import { checksPerMinute } from './routes.ts';
import type { VerificationService } from './service.ts';
import { readUpload } from './upload.ts';

export interface VerificationPagesDeps {
  service: VerificationService;
  clock: Clock;
  publicUrl: string;
  demo: boolean;
}

const limited = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } }, schema: { hide: true } });

/** A query's value where it is one text; the pages are public, and anything may stand in the address. */
const queried = (request: FastifyRequest, name: string): string | null => {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
};

const tooLargeCode = 'FST_REQ_FILE_TOO_LARGE';
const tooLarge: Record<Language, string> = {
  id: 'Berkas ini lebih besar dari 25 MB.',
  en: 'This file is larger than 25 MB.',
};

/** What a person reads about a file that could not be taken; null for faults that are ours. */
function uploadFault(error: unknown, language: Language): string | null {
  if (error instanceof ProblemError) return error.details.detail ?? error.kind.title;
  if (error instanceof Error && 'code' in error && error.code === tooLargeCode) return tooLarge[language];
  return null;
}

/** Nothing from elsewhere, no script, and no style but the page's own. */
const policyFor = ({ style }: PageContext): string =>
  [
    "default-src 'none'",
    `style-src '${style.hash}'`,
    "img-src data: 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The pages behind the QR codes, outside the API: complete without script, in the reader's own light. */
export function verificationPages(app: FastifyInstance, deps: VerificationPagesDeps): void {
  const { service, clock } = deps;
  const styleOf = createPageStyles();
  const host = new URL(deps.publicUrl).host;
  const contextOf = (request: FastifyRequest, accent: string | null = null): PageContext => ({
    language: queried(request, 'lang') === 'en' ? 'en' : 'id',
    now: clock.now(),
    host,
    demo: deps.demo,
    style: styleOf(accent),
  });
  const page = (reply: FastifyReply, ctx: PageContext, body: string): FastifyReply =>
    reply
      .header('content-security-policy', policyFor(ctx))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(body);

  app.get('/v', limited(checksPerMinute.code), async (request, reply) => {
    const ctx = contextOf(request);
    const typed = queried(request, 'code');
    if (typed === null || typed.trim() === '') return page(reply, ctx, renderForm(ctx));
    const address = `/v/${encodeURIComponent(parseVerifyCode(typed) ?? typed.slice(0, 40))}`;
    return reply.redirect(ctx.language === 'id' ? address : `${address}?lang=${ctx.language}`, 303);
  });

  app.get('/v/:code', limited(checksPerMinute.code), async (request, reply) => {
    const { code } = request.params as { code: string };
    const verdict = await service.checkCode(code);
    reply.code(verdict.document ? 200 : 404);
    const ctx = contextOf(request, verdict.document?.accent);
    return page(reply, ctx, renderCode(ctx, verdict, code.slice(0, 40)));
  });

  app.post('/v', limited(checksPerMinute.file), async (request, reply) => {
    try {
      const { bytes, name } = await readUpload(request);
      const verdict = await service.checkFile(bytes);
      const ctx = contextOf(request, verdict.original?.accent);
      return page(reply, ctx, renderFile(ctx, verdict, name));
    } catch (error) {
      const ctx = contextOf(request);
      const fault = uploadFault(error, ctx.language);
      if (fault === null) throw error;
      return page(reply.code(400), ctx, renderForm(ctx, fault));
    }
  });
}
