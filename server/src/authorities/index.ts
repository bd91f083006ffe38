export { type Authorities, createAuthorities } from './service.ts';
