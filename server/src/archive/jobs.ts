import type { Job } from '../core/queue/index.ts';
import { createDestructionJobs, type DestructionDeps } from './destruction.ts';
import { createPackageJobs } from './packages.ts';

/** What the worker does for the archive: destructions that are decided, and packages that were ordered. */
export const createArchiveJobs = (deps: DestructionDeps): Job<object>[] => [
  ...createDestructionJobs(deps),
  ...createPackageJobs(deps),
];
