/**
 * Which module may import which. `npm run check` runs these rules, and first proves on made-up files that each of
 * them finds what it forbids (scripts/check/layering.mjs): a run that reads nothing would pass, too.
 */
const tests = String.raw`\.test\.tsx?$|^server/(test|bench)/|^(server|web)/src/testing/`;
const capability = '^server/src/(?!core/|adapters/|testing/)([^/]+)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A ring of modules has no bottom to start reading from. Type-only imports vanish and do not count.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'web-knows-no-server',
      comment:
        'The web knows the server by its OpenAPI description only. One test holds the editor’s nodes to the server’s.',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/src/components/editor/schema\\.test\\.ts$' },
      to: { path: '^(server|scripts|migrations|tenants)/' },
    },
    {
      name: 'server-knows-no-web',
      comment: 'One test plays the server’s part and the pages’ part of writing together.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/test/writing/' },
      to: { path: '^web/' },
    },
    {
      name: 'features-are-strangers',
      comment: 'Only web/src/app puts features together.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: '^web/src/features/' },
      to: { path: '^web/src/app/' },
    },
    {
      name: 'web-base-knows-no-feature',
      comment: 'components and lib are shared; a feature word in them is a feature in the wrong folder.',
      severity: 'error',
      from: { path: '^web/src/(components|lib|locales)/', pathNot: tests },
      to: { path: '^web/src/(features|app)/' },
    },
    {
      name: 'capability-by-its-index',
      comment: 'Import what another capability offers in its index.ts; the rest is its own business.',
      severity: 'error',
      from: { path: capability, pathNot: tests },
      to: { path: capability, pathNot: String.raw`^server/src/($1/|[^/]+/index\.ts$)` },
    },
    {
      name: 'core-knows-no-capability',
      severity: 'error',
      from: { path: '^server/src/(core|adapters)/', pathNot: tests },
      to: { path: capability },
    },
    {
      name: 'nothing-knows-the-entries',
      comment: 'Imports point one way: main, worker, all, cli, app → capabilities → core, adapters.',
      severity: 'error',
      from: { path: '^server/src/[^/]+/', pathNot: tests },
      to: { path: String.raw`^server/src/[^/]+\.ts$`, pathNot: String.raw`^server/src/config\.ts$` },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^(server|web)/src/', pathNot: tests },
      to: { path: tests },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
};
