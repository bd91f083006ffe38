import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { sha256Hex } from '../core/storage/index.ts';
import {
  buildLetterDocument,
  drawPdf,
  letterNotFound,
  momentOf,
  recordReading,
  requireDownload,
} from '../letters/index.ts';
import type { SigningDeps } from './deps.ts';
import { findFile, findLatestRevision, findLetterRow } from './letters-repository.ts';

export interface LetterFile {
  bytes: Uint8Array;
  sha256: string;
  mediaType: string;
  fileName: string;
}

const fileNameOf = (number: string): string => number.replaceAll(/[^A-Za-z0-9.-]+/g, '-').replaceAll(/^-+|-+$/g, '');

/** The file of a letter: the signed bytes as stored, what came in from elsewhere, or a draft drawn now. */
export function createLetterFiles(deps: Pick<SigningDeps, 'tenancy' | 'clock' | 'storage' | 'typesetter'>) {
  const { tenancy, clock, storage, typesetter } = deps;

  /** @throws not_found, view_only, not_printable, incomplete_letter, unavailable */
  return async function readLetterFile(ctx: OfficeContext, id: string): Promise<LetterFile> {
    const at = momentOf(ctx, clock);
    const found = await tenancy.readTenant(ctx.tenant, async (read) => {
      const [letter, , revision] = await Promise.all([
        findLetterRow(read, id),
        requireDownload(read, ctx, id, at.today),
        findLatestRevision(read, id),
      ]);
      if (!letter) throw letterNotFound();
      await recordReading(read, ctx, letter, 'pdf');
      const file = letter.fileId === null ? null : await findFile(read, letter.fileId);
      if (revision || file) return { letter, revision, file, draft: null };
      if (letter.body === null) return { letter, revision, file, draft: null };
      // Not yet signed: as it stands now, marked as a draft.
      const draft = await buildLetterDocument(read, id, { today: at.today, createdAt: letter.updatedAt });
      return { letter, revision, file, draft: draft.document };
    });
    const { letter, revision, file, draft } = found;
    const { slug } = ctx.tenant;
    if (revision) {
      const bytes = await storage.get(slug, revision.sha256);
      const fileName = `surat-${fileNameOf(letter.number ?? id)}.pdf`;
      return { bytes, sha256: revision.sha256, mediaType: 'application/pdf', fileName };
    }
    if (file) {
      const bytes = await storage.get(slug, file.sha256);
      return { bytes, sha256: file.sha256, mediaType: file.mediaType, fileName: file.name };
    }
    if (!draft) throw problem(commonProblems.notFound, { detail: 'Surat ini tidak memiliki berkas.' });
    const bytes = await drawPdf(typesetter, draft);
    return { bytes, sha256: sha256Hex(bytes), mediaType: 'application/pdf', fileName: `konsep-${id}.pdf` };
  };
}
