import { defineProblems } from '../core/errors.ts';

export const organizationProblems = defineProblems({
  unitNotFound: { code: 'unit_not_found', status: 404, title: 'Unit kerja tidak ditemukan' },
  positionNotFound: { code: 'position_not_found', status: 404, title: 'Jabatan tidak ditemukan' },
  personNotFound: { code: 'person_not_found', status: 404, title: 'Orang tidak ditemukan' },
  assignmentNotFound: { code: 'assignment_not_found', status: 404, title: 'Penugasan tidak ditemukan' },
  delegationNotFound: { code: 'delegation_not_found', status: 404, title: 'Pelimpahan tidak ditemukan' },
  /** Code of a unit. */
  unitCodeTaken: { code: 'unit_code_taken', status: 409, title: 'Kode unit sudah dipakai' },
  unitInUse: { code: 'unit_in_use', status: 409, title: 'Unit masih dipakai' },
  positionInUse: { code: 'position_in_use', status: 409, title: 'Jabatan masih dipakai' },
  /** A second regent, deputy or secretary. */
  positionKindTaken: { code: 'position_kind_taken', status: 409, title: 'Jabatan ini hanya boleh ada satu' },
  /** A unit above itself, a superior below its subordinate. */
  circularOrder: { code: 'circular_order', status: 409, title: 'Susunan ini berputar' },
  usernameTaken: { code: 'username_taken', status: 409, title: 'Nama pengguna sudah dipakai' },
  nipTaken: { code: 'nip_taken', status: 409, title: 'NIP sudah terdaftar' },
  personInactive: { code: 'person_inactive', status: 409, title: 'Akun orang ini tidak aktif' },
  /** Two holders at one time. */
  positionOccupied: { code: 'position_occupied', status: 409, title: 'Jabatan sudah ada pemegangnya' },
  lastAdministrator: { code: 'last_administrator', status: 409, title: 'Administrator terakhir' },
  unusableDates: { code: 'unusable_dates', status: 422, title: 'Tanggal tidak dapat dipakai' },
  unusablePattern: { code: 'unusable_pattern', status: 422, title: 'Pola nomor tidak dapat dipakai' },
  unusableDelegate: { code: 'unusable_delegate', status: 422, title: 'Pelimpahan tidak dapat dibuat' },
});
