import { defineProblems } from '../core/errors.ts';

export const deliveryProblems = defineProblems({
  /** A secret letter can only go to a regency that has a key to open it with. */
  receiverWithoutKey: {
    code: 'receiver_without_key',
    status: 409,
    title: 'Daerah tujuan belum dapat menerima surat rahasia',
  },
  /** A regency that was there when the letter was drafted is gone. */
  receiverGone: { code: 'receiver_gone', status: 409, title: 'Daerah tujuan sudah tidak bergabung' },
  /** The delivery did not fail, so that there is nothing to send anew. */
  notResendable: { code: 'not_resendable', status: 409, title: 'Pengiriman ini tidak perlu diulang' },
});
