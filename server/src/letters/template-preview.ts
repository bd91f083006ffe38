import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  bodyVariables,
  fillVariables,
  letterBodySchema,
  type Preview,
  personFields,
  printAllParts,
  sampleValue,
  type Typesetter,
} from '../adapters/typesetting/index.ts';
import type { Clock } from '../core/clock.ts';
import { needs } from '../core/http/access.ts';
import { type OfficeContext, officeContext } from '../core/http/context.ts';
import type { Tenancy, TenantRead } from '../core/tenancy/index.ts';
import { readDefaults, requireLetterType, templateDefaultsSchema, usableDefaults } from '../templates/index.ts';
import { momentOf } from './context.ts';
import { composeDocument } from './document.ts';
import { findLadder, findPositions, findTopPosts } from './people-lookup.ts';
import { drawPreview } from './printing.ts';
import { resolveRecipients } from './recipients.ts';
import { previewAnswer } from './schema.ts';
import { namedPositions, templateChain } from './template-chain.ts';

const short = z.string().max(20_000);
const person = z.object(Object.fromEntries(personFields.map((field) => [field, z.string().max(300).optional()])));
const value = z.union([short, person, z.array(z.array(z.union([short, person, z.null()])).max(10)).max(500), z.null()]);

export const templatePreviewBody = z.object({
  type: z.string().min(1).max(60),
  /** Stands for the subject while the template has none. */
  name: z.string().max(200).optional(),
  body: letterBodySchema,
  defaults: templateDefaultsSchema.optional(),
  /** `sample` fills whatever has no value, as a test; `none` shows what the drafter will see first. */
  fill: z.enum(['sample', 'none']).default('none'),
  /** Values by the names of variables; they go before samples. */
  values: z
    .record(z.string().max(120), value)
    .refine((values) => Object.keys(values).length <= 200, 'Paling banyak 200 isian.')
    .default({}),
  /** `all` prints parts whatever their conditions say. */
  parts: z.enum(['answered', 'all']).default('answered'),
});
export type TemplatePreview = z.infer<typeof templatePreviewBody>;

const templatePreviewAnswer = previewAnswer.extend({
  /** The values that the pages show, by name; what the test form starts with. */
  values: z.record(z.string(), z.unknown()),
});

/** Values that a preview prints: those given, those in the body, and samples where asked for. */
function valuesOf({ body, values, fill }: TemplatePreview, today: string): Map<string, unknown> {
  const given = new Map(Object.entries(values));
  const all = new Map<string, unknown>();
  for (const variable of bodyVariables(body)) {
    const own = given.has(variable.name) ? given.get(variable.name) : variable.value;
    const isOpen = own === null && !given.has(variable.name) && fill === 'sample';
    all.set(variable.name, isOpen ? sampleValue(variable, today) : own);
  }
  return all;
}

/** The post a test is written from: the administrator's own, else the regency's first. They need not hold one. */
async function writingFrom(read: TenantRead, ctx: OfficeContext, today: string): Promise<string | null> {
  const own = ctx.actor.positions.find((position) => position.mode !== 'delegate');
  return own?.id ?? (await findTopPosts(read, today))[0]?.id ?? null;
}

export type TemplatePreviewService = ReturnType<typeof createTemplatePreviewService>;

/** A template as the letter it makes, before it is saved: as the drafter meets it, or tested with values. */
export function createTemplatePreviewService(deps: { tenancy: Tenancy; clock: Clock; typesetter: Typesetter }) {
  const { tenancy, clock, typesetter } = deps;
  return {
    /** @throws unknown_letter_type, not_printable */
    async draw(ctx: OfficeContext, input: TemplatePreview): Promise<Preview & { values: Record<string, unknown> }> {
      const at = momentOf(ctx, clock);
      const values = valuesOf(input, at.today);
      const filled = fillVariables(input.body, values);
      const document = await tenancy.readTenant(ctx.tenant, async (read) => {
        await requireLetterType(read, input.type);
        const defaults = usableDefaults(input.defaults ?? {}, await readDefaults(read, input.defaults ?? {}, at.today));
        const from = await writingFrom(read, ctx, at.today);
        const [ladder, tops, named, { rows }] = await Promise.all([
          from === null ? [] : findLadder(read, from, at.today),
          findTopPosts(read, at.today),
          findPositions(read, namedPositions(defaults.chain), at.today),
          resolveRecipients(
            read,
            ctx,
            { recipients: defaults.recipients ?? [], copies: defaults.copies ?? [] },
            at.today,
          ),
        ]);
        const namesOf = (role: 'to' | 'copy') => rows.filter((row) => row.role === role).map((row) => row.name);
        const letter = {
          type: input.type,
          subject: defaults.subject ?? input.name ?? 'Templat',
          secrecy: defaults.secrecy ?? ('biasa' as const),
          urgency: defaults.urgency ?? ('biasa' as const),
          attachmentNote: defaults.attachmentNote ?? null,
          body: input.parts === 'all' ? printAllParts(filled) : filled,
          addressees: namesOf('to'),
          copies: namesOf('copy'),
          signerPositionId: templateChain(ladder, tops, named, defaults.chain)?.signer ?? null,
        };
        return (await composeDocument(read, letter, { today: at.today, createdAt: at.now })).document;
      });
      return { ...(await drawPreview(typesetter, document)), values: Object.fromEntries(values) };
    },
  };
}

/** Previews and tests of templates; here, since the page is a letter's. */
export function templatePreviewRoutes(instance: FastifyInstance, service: TemplatePreviewService): void {
  instance.withTypeProvider<ZodTypeProvider>().post(
    '/templates/preview',
    {
      config: { access: needs('templates.read') },
      schema: { tags: ['templates'], body: templatePreviewBody, response: { 200: templatePreviewAnswer } },
    },
    (request) => service.draw(officeContext(request), request.body),
  );
}
