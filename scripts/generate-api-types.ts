import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../server/src/core/paths.ts';
import { createOpenApiDocument } from '../server/src/openapi-document.ts';

/**
 * Writes web/src/lib/api-types.ts from the API's own OpenAPI document. With `--check` it only compares and exits with 1
 * when the file is behind.
 */
const generator = createRequire(join(projectRoot, 'web/package.json')).resolve('openapi-typescript');
const { default: openapiTS, astToString } = await import(
  pathToFileURL(generator.replace(/\.c?js$/, '.mjs')).href
).catch(() => import(pathToFileURL(generator).href));
const base = '/api/v1';
const document = await createOpenApiDocument();
// The client knows the base itself.
const paths = Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [path.replace(base, ''), item]));
const types = `// Generated from the server's OpenAPI document by scripts/generate-api-types.ts; do not edit.\n\n${astToString(
  await openapiTS({ ...document, paths }),
)}`;
const target = join(projectRoot, 'web/src/lib/api-types.ts');
const current = existsSync(target) ? readFileSync(target, 'utf8') : '';
if (process.argv.includes('--check') && current !== types) {
  process.stdout.write('web/src/lib/api-types.ts is behind the API: node scripts/start.mjs api-types\n');
  process.exit(1);
}
if (current !== types) writeFileSync(target, types);
process.exit(0);
