export type { AgreementDeps, SignerPort, SignPdf } from './deps.ts';
export { agreementNotice } from './jobs.ts';
export { publishRepresentative } from './representative.ts';
export { agreementRoutes } from './routes.ts';
export { mayRead as mayReadAgreements } from './rules.ts';
export { type AgreementService, createAgreementService } from './service.ts';
export { agreements, regencies } from './tables.ts';
export type { AgreementWording } from './wording.ts';
