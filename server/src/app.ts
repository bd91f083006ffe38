import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Signer } from './adapters/signing/index.ts';
import type { Typesetter } from './adapters/typesetting/index.ts';
import { agreementRoutes, agreementTasks, publishRepresentative } from './agreements/index.ts';
import { archiveRoutes, archiveTasks } from './archive/index.ts';
import type { Authorities } from './authorities/index.ts';
import { catalogueRoutes, createNationalTemplates, nationalTemplateRoutes } from './catalogue/index.ts';
import { adoptionTasks, comparisonRoutes } from './comparison/index.ts';
import type { Clock } from './core/clock.ts';
import { createAppShell } from './core/http/app-shell.ts';
import { guardRoutes } from './core/http/guard-routes.ts';
import { registerHealth } from './core/http/health.ts';
import { registerIdempotency } from './core/http/idempotency.ts';
import { registerOpenApi } from './core/http/openapi.ts';
import { cachedFindTenant } from './core/http/tenant.ts';
import { registerWebFiles } from './core/http/web-files.ts';
import type { EventHub } from './core/queue/index.ts';
import type { Secrets } from './core/secrets/index.ts';
import type { Storage } from './core/storage/index.ts';
import type { Tenancy } from './core/tenancy/index.ts';
import { deliveryRoutes, deliveryTasks } from './delivery/index.ts';
import { dispositionRoutes, dispositionTasks } from './dispositions/index.ts';
import { exchangeRoutes } from './exchange/index.ts';
import {
  createAuthenticators,
  createIdempotencyStore,
  createRefreshCookies,
  createSessionFlow,
  identityRoutes,
  issueActivation,
  registerAccessTokens,
  revokeSessionsOf,
} from './identity/index.ts';
import { incomingRoutes, incomingTasks } from './incoming/index.ts';
import { jobRoutes } from './jobs/index.ts';
import { letterTypeRoutes } from './letter-types/index.ts';
import { letterDone, letterRoutes, letterTasks, templatePreviewRoutes, typePreviewRoutes } from './letters/index.ts';
import { meetingRoutes, meetingTasks } from './meetings/index.ts';
import { noticeRoutes } from './notices/index.ts';
import { numberingRoutes, patternFault } from './numbering/index.ts';
import { createOrganizationService, organizationRoutes } from './organization/index.ts';
import { reportRoutes } from './reports/index.ts';
import { searchRoutes } from './search/index.ts';
import { createOfficeServices } from './services.ts';
import { signingQueueTasks, signingRoutes } from './signing/index.ts';
import { createSignupService, signupRoutes } from './signups/index.ts';
import { createTaskService, taskRoutes } from './tasks/index.ts';
import { templateRoutes } from './templates/index.ts';
import { activationUrl, createFindTenant, createTenantService, loadSkeleton, tenantRoutes } from './tenants/index.ts';
import { createTurnService, turnRoutes } from './turns/index.ts';
import { createVerificationService, pkiRoutes, verificationPages, verificationRoutes } from './verification/index.ts';
import { visitRoutes, visitTasks } from './visits/index.ts';
import { writingRoutes } from './writing/index.ts';

export interface AppDeps {
  tenancy: Tenancy;
  secrets: Secrets;
  clock: Clock;
  storage: Storage;
  typesetter: Typesetter;
  signer: Signer;
  authorities: Authorities;
  hub: EventHub;
  logger: FastifyBaseLogger;
  publicUrl: string;
  publicHost: string;
  secure: boolean;
  trustProxy: string[];
  metricsToken: string | undefined;
  demo: boolean;
  exportsFolder: string;
  /** Whether mail leaves this machine; otherwise activation links are shown once. */
  mailLeaves: boolean;
  /** What the installation still waits for before it is ready, in words. */
  notReady(): Promise<string[]>;
}

/** How long a process may believe what it knows of a regency's state. */
const tenantCacheSeconds = 1;

const version = '0.1.0';

/** The API as a Fastify instance that does not listen, so that tests use the very same one. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { tenancy, clock, secrets, hub, publicUrl, publicHost, secure } = deps;
  const app = await createAppShell({ secure, trustProxy: deps.trustProxy, logger: deps.logger });
  await registerOpenApi(app, { publicUrl, version });
  await registerAccessTokens(app, secrets);
  const findTenant = cachedFindTenant(createFindTenant(tenancy), tenantCacheSeconds);
  guardRoutes(app, { publicHost, findTenant, authenticate: createAuthenticators({ app, tenancy, clock }) });
  registerIdempotency(app, {
    store: createIdempotencyStore(tenancy, clock),
    hashKey: secrets.key('idempotency-bodies'),
  });
  const office = createOfficeServices(deps);
  const verification = createVerificationService({ tenancy, clock, authorities: deps.authorities });
  await registerHealth(app, { notReady: deps.notReady, metricsToken: deps.metricsToken });

  await app.register(
    async (api) => {
      identityRoutes(api, {
        tenancy,
        clock,
        flow: createSessionFlow({ clock, secrets }),
        cookies: createRefreshCookies(secure),
        hasSigningKey: office.signing.keys.hasSigningKey,
        demo: deps.demo,
      });
      tenantRoutes(api, {
        service: createTenantService({ tenancy, clock, publicUrl, forgetTenant: findTenant.forget }),
        tenancy,
        hub,
        publicUrl,
        exportsFolder: deps.exportsFolder,
      });
      organizationRoutes(
        api,
        createOrganizationService({
          tenancy,
          clock,
          publicUrl,
          mailLeaves: deps.mailLeaves,
          issueActivation,
          endSessions: revokeSessionsOf,
          activationUrl,
          holdersChanged: publishRepresentative,
          patternFault,
        }),
      );
      signupRoutes(api, { service: createSignupService({ tenancy, secrets, publicUrl }) });
      templateRoutes(api, office.templates);
      templatePreviewRoutes(api, office.templatePreview);
      typePreviewRoutes(api, office.typePreview);
      letterTypeRoutes(api, office.letterTypes);
      turnRoutes(api, createTurnService(deps));
      letterRoutes(api, office.letters);
      writingRoutes(api, office.writing);
      signingRoutes(api, office.signing);
      numberingRoutes(api, office.numbering);
      meetingRoutes(api, office.meetings);
      verificationRoutes(api, verification);
      incomingRoutes(api, office.incoming);
      deliveryRoutes(api, office.delivery);
      exchangeRoutes(api, office.exchange);
      dispositionRoutes(api, office.dispositions);
      jobRoutes(api, office.jobs);
      reportRoutes(api, office.reports);
      archiveRoutes(api, office.archive);
      noticeRoutes(api, { service: office.notices, hub });
      agreementRoutes(api, office.agreements);
      catalogueRoutes(api, office.catalogue);
      nationalTemplateRoutes(
        api,
        createNationalTemplates({
          tenancy,
          standardTypes: loadSkeleton('kabupaten').letterTypes,
          importDocx: office.templates.importDocx,
        }),
      );
      visitRoutes(api, office.visits);
      comparisonRoutes(api, office.comparison);
      searchRoutes(api, { tenancy, clock });
      taskRoutes(
        api,
        createTaskService({
          tenancy,
          clock,
          sources: [
            signingQueueTasks,
            letterTasks,
            incomingTasks,
            deliveryTasks,
            dispositionTasks,
            agreementTasks,
            archiveTasks,
            meetingTasks,
            visitTasks,
            adoptionTasks,
          ],
          done: [letterDone],
        }),
      );
    },
    { prefix: '/api/v1' },
  );
  pkiRoutes(app, deps.authorities);
  verificationPages(app, { service: verification, clock, publicUrl, demo: deps.demo });
  await registerWebFiles(app);
  return app;
}
