import { type Verification, verifyPdf } from '../adapters/signing/index.ts';
import type { Authorities } from '../authorities/index.ts';
import type { Clock } from '../core/clock.ts';
import { sha256Hex } from '../core/storage/index.ts';
import { type Tenancy, tenantOf } from '../core/tenancy/index.ts';
import { parseVerifyCode } from '../core/verify-code.ts';
import { findSignatureRoots } from '../signing/index.ts';
import { findByCode, findByHash, type RegisteredDocument } from './repository.ts';
import { claimedCode, judgeDocument, judgeFile, type Reason } from './rules.ts';

export interface VerificationDeps {
  tenancy: Tenancy;
  authorities: Pick<Authorities, 'trust'>;
  clock: Clock;
}

/** What is known of a code. */
export interface CodeVerdict {
  reasons: Reason[];
  document: RegisteredDocument | null;
}

/** What was found out about a file. */
export interface FileVerdict {
  reasons: Reason[];
  /** The document whose file this is, to the last byte. */
  document: RegisteredDocument | null;
  /** The document that a changed or lengthened copy was made from, or claims to be. */
  original: RegisteredDocument | null;
  sha256: string;
}

export type VerificationService = ReturnType<typeof createVerificationService>;

/** What anyone may check, without signing in: a code from paper, or a file. */
export function createVerificationService({ tenancy, authorities, clock }: VerificationDeps) {
  /** A file that starts with a registered one, else one that names its code. */
  async function findOriginal(bytes: Buffer, checked: Verification): Promise<RegisteredDocument | null> {
    const starts = checked.signatures.map(({ lastByte }) => sha256Hex(bytes.subarray(0, lastByte)));
    const claimed = claimedCode(bytes);
    return tenancy.readPlatform(async (read) => {
      const grown = starts.length === 0 ? null : await findByHash(read, starts);
      return grown ?? (claimed === null ? null : findByCode(read, claimed));
    });
  }

  /** What the issuing regency's own provider signs under; it vouches for documents of that regency and no other. */
  const rootsOf = (issuer: string | null): Promise<Buffer[]> =>
    issuer === null ? Promise.resolve([]) : tenancy.readTenant(tenantOf(issuer), findSignatureRoots);

  return {
    /** @param typed a code as people type it; anything that is none is an unknown code */
    async checkCode(typed: string): Promise<CodeVerdict> {
      const code = parseVerifyCode(typed);
      const document = code === null ? null : await tenancy.readPlatform((read) => findByCode(read, code));
      if (!document) return { reasons: ['unknown_code'], document: null };
      return { reasons: judgeDocument(document), document };
    },

    /** Any bytes give a verdict; nothing of them is kept. */
    async checkFile(bytes: Buffer): Promise<FileVerdict> {
      const { roots, revocationLists } = await authorities.trust();
      const trust = { trustedRoots: roots, crls: revocationLists, now: clock.now() };
      const first = await verifyPdf(bytes, trust);
      const sha256 = sha256Hex(bytes);
      const document = await tenancy.readPlatform((read) => findByHash(read, [sha256]));
      const original = document ?? (await findOriginal(bytes, first));
      const foreignRoots = original ? await rootsOf(original.issuerSlug) : [];
      const checked = foreignRoots.length === 0 ? first : await verifyPdf(bytes, { ...trust, foreignRoots });
      return { reasons: judgeFile(checked, document), document, original, sha256 };
    },
  };
}
