export { startListRenewal } from './list-renewal.ts';
export { type Authorities, createAuthorities } from './service.ts';
