import { spawnSync } from 'node:child_process';

const found = new Map<string, boolean>();

function isInstalled(tool: string): boolean {
  const known = found.get(tool);
  if (known !== undefined) return known;
  // Only whether it starts matters: some tools answer --version with an error.
  const installed = spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined;
  found.set(tool, installed);
  return installed;
}

/**
 * Whether a tool from outside npm can be used by a test: `describe.skipIf(!requireTool('qpdf'))('… (qpdf)', …)`.
 * @throws if it is missing and REQUIRE_TOOLS=1, so that a test cannot be skipped unnoticed where tools are promised.
 */
export function requireTool(tool: string): boolean {
  if (isInstalled(tool)) return true;
  if (process.env.REQUIRE_TOOLS === '1') throw new Error(`${tool} is not installed, and REQUIRE_TOOLS=1 asks for it`);
  return false;
}
