import { defineProblems } from '../core/errors.ts';

export const writingProblems = defineProblems({
  /** Others were faster: `bodyVersion` is the present one and `steps` what was missed (null: the body was replaced). */
  bodyBehind: { code: 'body_behind', status: 409, title: 'Isi surat sudah berubah' },
  /** The steps do not fit the body, or would make one that cannot be printed; `errors` says where. */
  invalidSteps: { code: 'invalid_steps', status: 422, title: 'Perubahan ini tidak sesuai dengan isi surat' },
  /** The place or person that a comment or an invitation names does not fit; `errors` says where. */
  invalidComment: { code: 'invalid_comment', status: 422, title: 'Komentar ini tidak sesuai dengan isi surat' },
  /** The comment was settled already. */
  commentSettled: { code: 'comment_settled', status: 409, title: 'Komentar ini sudah diselesaikan' },
  /** The words that the suggestion would change are other ones by now. */
  suggestionOutdated: { code: 'suggestion_outdated', status: 409, title: 'Kata yang diusulkan sudah berubah' },
  /** Not a colleague of this office who can be asked to write along. */
  invalidAuthor: { code: 'invalid_author', status: 422, title: 'Rekan ini tidak dapat diajak menulis' },
  /** A file that cannot go with a letter; `errors` says which and why. */
  invalidAttachment: { code: 'invalid_attachment', status: 422, title: 'Berkas ini tidak dapat dilampirkan' },
});
