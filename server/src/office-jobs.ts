import type { Mail } from './adapters/mail/index.ts';
import { createAgreementJobs } from './agreements/index.ts';
import { createArchiveJobs } from './archive/index.ts';
import { createCatalogueJobs } from './catalogue/index.ts';
import type { Job } from './core/queue/index.ts';
import type { Secrets } from './core/secrets/index.ts';
import { type BounceAddresses, createDeliveryJobs } from './delivery/index.ts';
import { createExchangeJobs } from './exchange/index.ts';
import { issueActivation } from './identity/index.ts';
import { createIncomingJobs } from './incoming/index.ts';
import { createOrganizationJobs } from './organization/index.ts';
import { createReportJobs } from './reports/index.ts';
import type { ServiceDeps } from './services.ts';
import { createSigningJobs } from './signing/index.ts';
import { activationUrl } from './tenants/index.ts';
import { createVisitJobs } from './visits/index.ts';

/** The jobs of an office: what the worker does for the capabilities besides the control plane's own. */
export function createOfficeJobs(
  deps: ServiceDeps & { mail: Mail; secrets: Secrets; bounces?: BounceAddresses | undefined },
): Job<object>[] {
  return [
    ...createOrganizationJobs({ ...deps, issueActivation, activationUrl }),
    ...createSigningJobs(deps),
    ...createReportJobs(deps),
    ...createArchiveJobs(deps),
    ...createAgreementJobs(deps),
    ...createCatalogueJobs(deps),
    ...createIncomingJobs(deps),
    ...createDeliveryJobs(deps),
    ...createExchangeJobs(deps),
    ...createVisitJobs(deps),
  ];
}
