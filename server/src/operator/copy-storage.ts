import type { Storage } from '../core/storage/index.ts';
import { type Tenancy, type TenantTx, tenantOf } from '../core/tenancy/index.ts';

type Deps = {
  tenancy: Tenancy;
  from: Storage;
  to: Storage;
  /** SHA-256 of every stored file that a regency's rows name. */
  listFiles(tx: TenantTx): Promise<string[]>;
};

export type StorageCopy = {
  slug: string;
  files: number;
  /** New at the target; the others were there from an earlier run. */
  copied: number;
  missing: string[];
  /** Files whose bytes at the source are no longer those of their name: they are not copied. */
  changed: string[];
};

/**
 * Copies a regency's files from one store to another, each checked against its name, which is its SHA-256. May be broken
 * off and run again, also while the office works: the last run, with the office at rest, copies what came meanwhile.
 */
export async function copyStorage({ tenancy, from, to, listFiles }: Deps, slug: string): Promise<StorageCopy> {
  const hashes = await tenancy.withTenant(tenantOf(slug), listFiles);
  const result: StorageCopy = { slug, files: hashes.length, copied: 0, missing: [], changed: [] };
  for (const sha256 of hashes) {
    if (await to.has(slug, sha256)) continue;
    if (!(await from.has(slug, sha256))) {
      result.missing.push(sha256);
      continue;
    }
    const stored = await to.putStream(slug, await from.stream(slug, sha256));
    if (stored.sha256 === sha256) result.copied += 1;
    else {
      await to.remove(slug, stored.sha256, 0);
      result.changed.push(sha256);
    }
  }
  return result;
}
