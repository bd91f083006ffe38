import { sql } from 'drizzle-orm';
import type { LetterDocument, LetterImages, Typesetter } from '../adapters/typesetting/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { TenantRead } from '../core/tenancy/index.ts';

/** The pictures that a letter's body may show: where their bytes are, not the bytes. */
export async function findBodyImages(read: TenantRead, letterId: string): Promise<LetterImages> {
  type Row = {
    id: string;
    folder: string;
    sha256: string;
    mediaType: 'image/png' | 'image/jpeg';
    width: number;
    height: number;
  };
  const rows = await read.execute<Row>(sql`select i.file_id as id, platform.current_tenant() as folder, f.sha256,
      f.media_type as "mediaType", i.width, i.height
    from letter_images i join files f on f.id = i.file_id where i.letter_id = ${letterId}::uuid`);
  return Object.fromEntries(
    rows.map(({ id, folder, sha256, mediaType, width, height }) => [id, { folder, sha256, mediaType, width, height }]),
  );
}

/** A typesetter that takes the bytes of a letter's pictures out of the store, outside of any transaction. */
export function withImages(typesetter: Typesetter, storage: Pick<Storage, 'get'>): Typesetter {
  async function fill(doc: LetterDocument): Promise<LetterDocument> {
    const shown = JSON.stringify(doc.body);
    const wanted = Object.entries(doc.images ?? {}).filter(([id]) => shown.includes(id));
    if (wanted.length === 0) return doc;
    const filled = await Promise.all(
      wanted.map(async ([id, image]) => {
        const bytes = await storage.get(image.folder, image.sha256);
        return [id, { ...image, base64: bytes.toString('base64') }] as const;
      }),
    );
    return { ...doc, images: Object.fromEntries(filled) };
  }
  return {
    ...typesetter,
    letter: async (doc) => typesetter.letter(await fill(doc)),
    letterPreview: async (doc) => typesetter.letterPreview(await fill(doc)),
  };
}
