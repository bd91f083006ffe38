import { defineProblems } from '../core/errors.ts';

export const incomingProblems = defineProblems({
  /** The position to route to does not exist here or nobody holds it. */
  invalidRoute: { code: 'invalid_route', status: 422, title: 'Surat tidak dapat diteruskan ke jabatan ini' },
  /** No file, more than one, or one that is not what it says it is. */
  invalidFile: { code: 'invalid_file', status: 422, title: 'Berkas tidak dapat diterima' },
});
