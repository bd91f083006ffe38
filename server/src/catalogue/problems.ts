import { defineProblems } from '../core/errors.ts';

export const catalogueProblems = defineProblems({
  /** The same answer for an offer that is not there and for one under others' agreement. */
  offerNotFound: { code: 'offer_not_found', status: 404, title: 'Templat tidak ada di katalog Anda' },
  agreementNotFound: { code: 'agreement_not_found', status: 404, title: 'Kesepakatan tidak ditemukan' },
  notInForce: { code: 'agreement_not_in_force', status: 409, title: 'Kesepakatan ini sedang tidak berlaku' },
  /** The agreement does not open templates. */
  outsideScope: { code: 'agreement_scope', status: 409, title: 'Kesepakatan ini tidak membuka templat' },
  agreementEnded: {
    code: 'agreement_ended',
    status: 409,
    title: 'Kesepakatan yang membuka templat ini sudah berakhir',
  },
  offerWithdrawn: { code: 'offer_withdrawn', status: 409, title: 'Templat ini sudah ditarik oleh pemiliknya' },
  /** What the partner's offer holds cannot be read as a template. */
  offerUnusable: { code: 'offer_unusable', status: 409, title: 'Isi templat ini tidak dapat dipakai' },
  /** Partners share what is theirs; handing on a copy needs its owner's permission (tenants/templates/agreement, Pasal 3). */
  notOurs: { code: 'template_not_ours', status: 409, title: 'Templat ini salinan dari daerah lain' },
  notPublished: { code: 'template_not_published', status: 409, title: 'Templat ini belum diterbitkan' },
});
