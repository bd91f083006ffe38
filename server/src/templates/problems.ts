import { defineProblems } from '../core/errors.ts';

/** What stops the use of what another regency gave. */
export const copyProblems = defineProblems({
  agreementEnded: {
    code: 'agreement_ended',
    status: 409,
    title: 'Kesepakatan yang membuka templat ini sudah berakhir',
  },
  offerWithdrawn: { code: 'offer_withdrawn', status: 409, title: 'Templat ini sudah ditarik oleh pemiliknya' },
});

export const templateProblems = defineProblems({
  /** Something in a template cannot be used here: a field of its text, or a post, unit or regency of its defaults. */
  invalidTemplate: { code: 'invalid_template', status: 422, title: 'Templat belum benar' },
  /** An archived template is changed, published or restored. */
  templateArchived: { code: 'template_archived', status: 409, title: 'Templat sudah diarsipkan' },
  /** A file to import is no .docx that can be read, or is too large. */
  invalidDocx: { code: 'invalid_docx', status: 422, title: 'Berkas tidak dapat dibaca' },
});
