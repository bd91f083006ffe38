import type { Signer } from './adapters/signing/index.ts';
import type { Typesetter } from './adapters/typesetting/index.ts';
import { type AgreementDeps, createAgreementService } from './agreements/index.ts';
import { createArchiveService } from './archive/index.ts';
import type { Authorities } from './authorities/index.ts';
import { createCatalogueService } from './catalogue/index.ts';
import { createComparisonService } from './comparison/index.ts';
import type { Clock } from './core/clock.ts';
import type { Secrets } from './core/secrets/index.ts';
import type { Storage } from './core/storage/index.ts';
import type { Tenancy } from './core/tenancy/index.ts';
import { createDeliveryService } from './delivery/index.ts';
import { createDispositionService } from './dispositions/index.ts';
import { createExchangeService } from './exchange/index.ts';
import { createIncomingService } from './incoming/index.ts';
import { createJobService } from './jobs/index.ts';
import { createLetterTypeService } from './letter-types/index.ts';
import {
  createLetterService,
  createTemplatePreviewService,
  createTypePreviewService,
  withImages,
} from './letters/index.ts';
import { createMeetings } from './meetings/index.ts';
import { createNoticeService } from './notices/index.ts';
import { createNumberingService } from './numbering/index.ts';
import { createReportService } from './reports/index.ts';
import { createSigning, endLostBatches } from './signing/index.ts';
import { createTemplateService } from './templates/index.ts';
import { composeClauses, loadAgreementClauses } from './tenants/index.ts';
import { createVisitService } from './visits/index.ts';
import { createWritingService } from './writing/index.ts';

/** What the services of an office work with. */
export interface ServiceDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
  typesetter: Typesetter;
  signer: Signer;
  authorities: Authorities;
  secrets: Secrets;
  /** Without a slash at its end. */
  publicUrl: string;
}

function loadWording(): AgreementDeps['wording'] {
  const text = loadAgreementClauses();
  return {
    preamble: text.opening.consideration,
    legalBasis: text.opening.legalBasis,
    compose: (input) => composeClauses(text, input),
  };
}

/** The use cases of an office, made once per process: routes call them, and so does what seeds the demo. */
export function createOfficeServices(given: ServiceDeps) {
  const deps = { ...given, typesetter: withImages(given.typesetter, given.storage) };
  const letters = createLetterService(deps);
  const signing = createSigning({ ...deps, letters });
  return {
    letters,
    signing,
    letterTypes: createLetterTypeService(deps),
    templates: createTemplateService(deps),
    templatePreview: createTemplatePreviewService(deps),
    typePreview: createTypePreviewService(deps),
    agreements: createAgreementService({ ...deps, signer: signing.signerPort, wording: loadWording() }),
    catalogue: createCatalogueService(deps),
    comparison: createComparisonService(deps),
    incoming: createIncomingService(deps),
    delivery: createDeliveryService(deps),
    dispositions: createDispositionService(deps),
    exchange: createExchangeService(deps),
    notices: createNoticeService(deps),
    numbering: createNumberingService(deps),
    meetings: createMeetings({ ...deps, letters }),
    visits: createVisitService(deps),
    jobs: createJobService({ ...deps, endLost: endLostBatches }),
    reports: createReportService(deps),
    archive: createArchiveService(deps),
    writing: createWritingService(deps),
  };
}
