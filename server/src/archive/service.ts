import type { Typesetter } from '../adapters/typesetting/index.ts';
import type { Clock } from '../core/clock.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { createDisposalService } from './disposals.ts';
import { createDisposalDocuments } from './documents.ts';
import { createDossierService } from './dossiers.ts';
import { createFilingService } from './filing.ts';
import { createHoldService } from './holds.ts';
import { createPackageService } from './packages.ts';
import { createPaperService } from './papers.ts';
import { createScheduleService } from './schedule.ts';

export interface ArchiveDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
  typesetter: Typesetter;
}

export type ArchiveService = ReturnType<typeof createArchiveService>;

/** The archive's use cases. */
export function createArchiveService(deps: ArchiveDeps) {
  return {
    schedule: createScheduleService(deps),
    dossiers: createDossierService(deps),
    filing: createFilingService(deps),
    holds: createHoldService(deps),
    disposals: createDisposalService(deps),
    papers: createPaperService(deps),
    packages: createPackageService(deps),
    document: createDisposalDocuments(deps),
  };
}
