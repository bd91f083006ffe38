import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../core/http/access.ts';
import { officeContext } from '../core/http/context.ts';
import type { TaskService } from './service.ts';

const tasksAnswer = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      subject: z.string(),
      from: z.string().nullable(),
      since: z.string(),
      dueAt: z.string().nullable(),
      urgency: z.enum(['biasa', 'segera', 'amat_segera']),
      secrecy: z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']),
      act: z.object({ verb: z.string(), target: z.string() }),
      version: z.number().int().nullable(),
      /** What the asker says: why it came back, what is to be done; null on secret letters. */
      note: z.string().nullable(),
    }),
  ),
  /** Per kind; kinds without a task are zero. */
  counts: z.record(z.string(), z.number().int()),
  total: z.number().int(),
});

const doneAnswer = z.object({
  items: z.array(
    z.object({
      action: z.string(),
      at: z.string(),
      id: z.uuid(),
      subject: z.string(),
      secrecy: z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']),
    }),
  ),
});

/** The one queue of what waits for the signed-in person, most urgent first, and what they did today. */
export function taskRoutes(instance: FastifyInstance, service: TaskService): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { access: signedIn };
  app.get('/tasks', { config, schema: { tags: ['tasks'], response: { 200: tasksAnswer } } }, (request) =>
    service.list(officeContext(request)),
  );
  app.get('/tasks/done', { config, schema: { tags: ['tasks'], response: { 200: doneAnswer } } }, (request) =>
    service.done(officeContext(request)),
  );
}
