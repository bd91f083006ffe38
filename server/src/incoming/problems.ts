import { defineProblems } from '../core/errors.ts';

export const incomingProblems = defineProblems({
  /** The position to route to does not exist here or nobody holds it. */
  invalidRoute: { code: 'invalid_route', status: 422, title: 'Surat tidak dapat diteruskan ke jabatan ini' },
  /** No file, more than one, or one that is not what it says it is. */
  invalidFile: { code: 'invalid_file', status: 422, title: 'Berkas tidak dapat diterima' },
  /** A post that has read the letter or acted on it keeps it; it may send it back itself. */
  routeRead: { code: 'route_read', status: 409, title: 'Surat sudah dibaca oleh jabatan yang dituju' },
  /** Dispositions of the letter are still open. */
  openDispositions: { code: 'open_dispositions', status: 409, title: 'Masih ada disposisi yang belum selesai' },
});
