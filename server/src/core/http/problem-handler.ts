import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import { DatabaseUnavailableError, OverloadedError } from '../db/errors.ts';
import { commonProblems, type FieldError, ProblemError, problem } from '../errors.ts';

const byFastifyCode: Record<string, ProblemError> = {
  FST_ERR_CTP_INVALID_JSON_BODY: problem(commonProblems.malformedJson),
  FST_ERR_CTP_EMPTY_JSON_BODY: problem(commonProblems.malformedJson),
  FST_ERR_CTP_BODY_TOO_LARGE: problem(commonProblems.payloadTooLarge),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem(commonProblems.unsupportedMedia),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: problem(commonProblems.malformedJson),
  FST_REQ_FILE_TOO_LARGE: problem(commonProblems.payloadTooLarge),
  FST_FILES_LIMIT: problem(commonProblems.payloadTooLarge),
  FST_INVALID_MULTIPART_CONTENT_TYPE: problem(commonProblems.unsupportedMedia),
  FST_UNDER_PRESSURE: problem(commonProblems.unavailable, {
    detail: 'Server sedang penuh. Coba lagi beberapa detik lagi.',
    retryAfterSeconds: 5,
  }),
};

function fieldErrors(error: FastifyError): FieldError[] {
  if (!hasZodFastifySchemaValidationErrors(error)) return [];
  return error.validation.map((issue) => ({
    path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
    message: issue.message ?? 'tidak sesuai',
  }));
}

function toProblem(error: FastifyError): ProblemError {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = fieldErrors(error);
    return problem(commonProblems.invalidInput, {
      detail: 'Periksa isian yang disebut, lalu kirim lagi.',
      errors,
    });
  }
  if (error instanceof OverloadedError) {
    return problem(commonProblems.unavailable, {
      detail: 'Terlalu banyak kantor aktif bersamaan. Coba lagi sebentar.',
      retryAfterSeconds: 2,
      cause: error,
    });
  }
  if (error instanceof DatabaseUnavailableError) {
    return problem(commonProblems.unavailable, {
      detail: 'Basis data sedang tidak dapat dijangkau. Tidak ada yang berubah; coba lagi sebentar.',
      retryAfterSeconds: 5,
      cause: error,
    });
  }
  const known = byFastifyCode[error.code];
  if (known) return known;
  if (error.statusCode === 429) return problem(commonProblems.tooManyRequests, { retryAfterSeconds: 60 });
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return problem({ ...commonProblems.invalidInput, status: error.statusCode }, { cause: error });
  }
  return problem(commonProblems.internal, { cause: error });
}

function send(request: FastifyRequest, reply: FastifyReply, error: ProblemError): FastifyReply {
  const { kind, details } = error;
  const detail =
    kind.status >= 500 && kind.code === 'internal_error'
      ? `Sebutkan nomor ${request.id} kepada pengelola bila ini terulang.`
      : (details.detail ?? kind.title);
  if (details.retryAfterSeconds !== undefined) reply.header('retry-after', String(details.retryAfterSeconds));
  return reply
    .code(kind.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({
      type: `urn:madangan:problem:${kind.code}`,
      title: kind.title,
      status: kind.status,
      code: kind.code,
      detail,
      errors: details.errors ?? [],
      ...details.extra,
    });
}

/** One place where errors become answers: RFC 9457 problem details; a 5xx tells the person only the request's id. */
export function registerProblemHandler(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const mapped = toProblem(error);
    if (mapped.kind.status >= 500) {
      request.log.error(
        { err: isResponseSerializationError(error) ? error : (mapped.cause ?? error) },
        mapped.kind.code,
      );
    }
    return send(request, reply, mapped);
  });
  app.setNotFoundHandler((request, reply) => send(request, reply, problem(commonProblems.notFound)));
}
