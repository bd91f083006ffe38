import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  bodyVariables,
  fillVariables,
  type LetterBody,
  type Preview,
  sampleValue,
  type Typesetter,
} from '../adapters/typesetting/index.ts';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import { needs } from '../core/http/access.ts';
import { type OfficeContext, officeContext } from '../core/http/context.ts';
import type { PositionKind } from '../core/rights/index.ts';
import type { Tenancy, TenantRead } from '../core/tenancy/index.ts';
import { findLetterType, updateLetterTypeBody } from '../letter-types/index.ts';
import { updateSettingsBody } from '../organization/index.ts';
import { momentOf } from './context.ts';
import { composeDocument } from './document.ts';
import { drawPreview } from './printing.ts';
import { previewAnswer } from './schema.ts';

export const typePreviewBody = z.object({
  /** The type whose page is drawn. */
  code: z.string().min(1).max(60),
  /** The type's settings as they would be; what is left out is as stored. */
  type: updateLetterTypeBody.omit({ seen: true, active: true }).optional(),
  /** The office's paper and footer as they would be. */
  office: updateSettingsBody
    .pick({
      paper: true,
      marginTopMm: true,
      marginRightMm: true,
      marginBottomMm: true,
      marginLeftMm: true,
      fontFamily: true,
      fontSizePt: true,
      urgentLabel: true,
      emblemSpaceMm: true,
      letterFooter: true,
    })
    .optional(),
});
export type TypePreview = z.infer<typeof typePreviewBody>;

const given = <T extends object>(changes: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<{
    [K in keyof T]: Exclude<T[K], undefined>;
  }>;

const noTemplate: LetterBody = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'Isi naskah dinas ditulis di sini, alinea demi alinea.' }] },
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Demikian disampaikan untuk dipergunakan sebagaimana mestinya.' }],
    },
  ],
};

/** The oldest published template of the type, which is the shipped one unless the office has put it away. */
async function findBody(read: TenantRead, code: string): Promise<LetterBody> {
  const [row] = await read.execute<{ body: LetterBody | string }>(sql`
    select v.body from templates t join template_versions v on v.template_id = t.id and v.version = t.published_version
    where t.type = ${code} and t.archived_at is null order by t.id limit 1`);
  if (!row) return noTemplate;
  return typeof row.body === 'string' ? (JSON.parse(row.body) as LetterBody) : row.body;
}

/** Whose page is the most usual one, of those that a type allows. */
const usual = sql`array['unit_head', 'secretary', 'regent', 'council_leader', 'deputy_regent', 'division_head']`;

/** A post that is held today and may sign the type. */
async function findSignerPost(read: TenantRead, kinds: readonly PositionKind[], today: string): Promise<string | null> {
  const [row] = await read.execute<{ id: string }>(sql`
    select pos.id from positions pos join assignments a on a.position_id = pos.id
      and ${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on)
    where pos.kind = any(${sql.param([...kinds])}::text[])
    order by array_position(${usual}, pos.kind), pos.title limit 1`);
  return row?.id ?? null;
}

export type TypePreviewService = ReturnType<typeof createTypePreviewService>;

/** A type's page as it would be printed, before its settings or the office's paper are saved. */
export function createTypePreviewService(deps: { tenancy: Tenancy; clock: Clock; typesetter: Typesetter }) {
  const { tenancy, clock, typesetter } = deps;
  return {
    /** @throws not_found, not_printable */
    async draw(ctx: OfficeContext, input: TypePreview): Promise<Preview> {
      const at = momentOf(ctx, clock);
      const document = await tenancy.readTenant(ctx.tenant, async (read) => {
        const stored = await findLetterType(read, input.code);
        if (!stored) throw problem(commonProblems.notFound, { detail: 'Jenis naskah ini tidak ada.' });
        const { group: _, ...changes } = given(input.type ?? {});
        const type = { ...stored, ...changes };
        const [body, signerPositionId] = await Promise.all([
          findBody(read, input.code),
          findSignerPost(read, type.signerKinds, at.today),
        ]);
        const samples = new Map<string, unknown>(
          bodyVariables(body).map((variable) => [variable.name, variable.value ?? sampleValue(variable, at.today)]),
        );
        const { document: page } = await composeDocument(
          read,
          {
            type: input.code,
            subject: `Contoh ${type.name}`,
            secrecy: 'biasa',
            urgency: 'amat_segera',
            attachmentNote: 'Satu lembar',
            body: fillVariables(body, samples),
            addressees: type.requiredParts.includes('addressee') ? ['Kepala Perangkat Daerah yang dituju'] : [],
            copies: type.requiredParts.includes('copies') ? ['Inspektur Daerah'] : [],
            signerPositionId,
          },
          { today: at.today, createdAt: at.now, tried: { type: changes, office: given(input.office ?? {}) } },
        );
        return page;
      });
      return drawPreview(typesetter, document);
    },
  };
}

/** Previews of types; here, since the page is a letter's. */
export function typePreviewRoutes(instance: FastifyInstance, service: TypePreviewService): void {
  instance.withTypeProvider<ZodTypeProvider>().post(
    '/letter-types/preview',
    {
      config: { access: needs('settings.manage') },
      schema: { tags: ['letter-types'], body: typePreviewBody, response: { 200: previewAnswer } },
    },
    (request) => service.draw(officeContext(request), request.body),
  );
}
