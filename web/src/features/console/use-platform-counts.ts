import { useQueries } from '@tanstack/react-query';
import { signupsOptions } from './api/signups.ts';
import { tenantsOptions } from './api/tenants.ts';

/** What waits for the operator: applications, and regencies that are being made or have failed. */
export function usePlatformCounts(): { signups: number; provisioning: number } {
  const [signups, ...tenants] = useQueries({
    queries: [
      signupsOptions('pending'),
      tenantsOptions('failed'),
      tenantsOptions('pending'),
      tenantsOptions('provisioning'),
    ],
  });
  return {
    signups: signups.data?.length ?? 0,
    provisioning: tenants.reduce((sum, { data }) => sum + (data?.length ?? 0), 0),
  };
}
