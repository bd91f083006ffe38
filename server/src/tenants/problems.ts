import { defineProblems } from '../core/errors.ts';

/** Errors of the control plane's regencies. */
export const tenantProblems = defineProblems({
  tenantExists: { code: 'tenant_exists', status: 409, title: 'Alamat ini sudah dipakai' },
  regionTaken: { code: 'region_taken', status: 409, title: 'Daerah ini sudah bergabung' },
  tenantState: { code: 'tenant_state', status: 409, title: 'Keadaan daerah tidak mengizinkan tindakan ini' },
});
