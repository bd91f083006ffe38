import { defineProblems } from '../core/errors.ts';
import { copyProblems } from '../templates/index.ts';

export const catalogueProblems = defineProblems({
  /** The same answer for an offer that is not there and for one under others' agreement. */
  offerNotFound: { code: 'offer_not_found', status: 404, title: 'Templat tidak ada di katalog Anda' },
  agreementNotFound: { code: 'agreement_not_found', status: 404, title: 'Kesepakatan tidak ditemukan' },
  notInForce: { code: 'agreement_not_in_force', status: 409, title: 'Kesepakatan ini sedang tidak berlaku' },
  /** The agreement does not open templates. */
  outsideScope: { code: 'agreement_scope', status: 409, title: 'Kesepakatan ini tidak membuka templat' },
  ...copyProblems,
  /** What the partner's offer holds cannot be read as a template. */
  offerUnusable: { code: 'offer_unusable', status: 409, title: 'Isi templat ini tidak dapat dipakai' },
  /** Partners share what is theirs; handing on a copy needs its owner's permission (tenants/templates/agreement, Pasal 3). */
  notOurs: { code: 'template_not_ours', status: 409, title: 'Templat ini salinan dari daerah lain' },
  /** A rating comes from who has used the template. */
  ratingNeedsCopy: { code: 'rating_needs_copy', status: 409, title: 'Templat ini belum Anda adopsi' },
  /** A national template has no partner who could answer. */
  noPartnerToAsk: { code: 'no_partner_to_ask', status: 409, title: 'Templat nasional tidak menerima pertanyaan' },
  /** There is no copy of an older version that the newer one could go into. */
  noCopy: { code: 'no_copy', status: 409, title: 'Belum ada salinan versi lama di daerah Anda' },
  /** This very version is here already. */
  copyIsCurrent: { code: 'copy_is_current', status: 409, title: 'Versi ini sudah ada di daerah Anda' },
  /** Both sides changed a place, and nobody chose. */
  mergeConflicts: { code: 'merge_conflicts', status: 409, title: 'Ada bagian yang perlu Anda pilih' },
  notPublished: { code: 'template_not_published', status: 409, title: 'Templat ini belum diterbitkan' },
});
