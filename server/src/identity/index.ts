export { registerAccessTokens } from './access-tokens.ts';
export { issueActivation } from './activation.ts';
export { createAuthenticators } from './authenticators.ts';
export { createRefreshCookies } from './cookies.ts';
export { createIdempotencyStore } from './idempotency-store.ts';
export { hashPassword } from './passwords.ts';
export { type IdentityRouteDeps, identityRoutes } from './routes.ts';
export { createSessionFlow } from './session-flow.ts';
