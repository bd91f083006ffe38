import { createHash, type Hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type * as x509 from '@peculiar/x509';
import * as pkijs from 'pkijs';
import { type SignedRange, scanByteRanges } from './byte-ranges.ts';
import { demoUnit, documentSigningUsage, timeStampingUsage, titleAttribute } from './certificates.ts';
import { type Certificate, checkChain, readCertificate, readTrust, type Trust } from './chain.ts';
import { CmsError, type HashName, readSignedMessage, type SignedMessage } from './cms.ts';
import { oids } from './pki.ts';

export type SignatureProblem =
  | 'malformed'
  | 'unsupported_algorithm'
  | 'content_changed'
  | 'signature_wrong'
  | 'certificate_untrusted'
  | 'certificate_expired'
  | 'certificate_revoked'
  | 'extra_certificates'
  | 'timestamp_missing'
  | 'timestamp_wrong'
  | 'timestamp_untrusted';

export type VerificationReason =
  | SignatureProblem
  | 'not_a_pdf'
  | 'too_large'
  | 'no_signature'
  | 'too_many_signatures'
  | 'appended_after_signature';

export type SignatureReport = {
  /** Common name, title and organization of the signer's certificate; null when it cannot be read. */
  signerName: string | null;
  position: string | null;
  organization: string | null;
  /** Hexadecimal, lower case. */
  certificateSerial: string | null;
  /** The certificate says DEMO: made for demonstration, without legal weight. */
  demo: boolean;
  /** The time the signer claims. */
  signedAt: Date | null;
  /** The time the time-stamp authority attests; null when its token is missing or not to be trusted. */
  timestampedAt: Date | null;
  /** The signed bytes are unchanged and the signature over them is the certificate's. */
  valid: boolean;
  /** The certificate leads to a trusted root and was good at the attested time. */
  trusted: boolean;
  /** The signed revision is [0, lastByte) of the file. */
  lastByte: number;
  coversWholeFile: boolean;
  problems: SignatureProblem[];
};

export type Verification = {
  /** At least one signature, all valid and trusted, nothing appended: the file is what its signers signed. */
  authentic: boolean;
  /** The last signature is valid and covers the file to its end. */
  wholeFileSigned: boolean;
  signatures: SignatureReport[];
  /** Why the file is not authentic, each once; empty when it is. */
  reasons: VerificationReason[];
};

export type VerifyOptions = {
  /** DER certificates of the roots that are trusted. */
  trustedRoots: readonly Uint8Array[];
  /** DER: roots of another authority, whose certificates follow its own rules about usages. */
  foreignRoots?: readonly Uint8Array[];
  /** DER revocation lists, one per authority. */
  crls?: readonly Uint8Array[];
  now: Date;
  /** Larger files are refused unread. Bytes; 32 MiB when not given. */
  maxBytes?: number;
};

const refused = (...reasons: VerificationReason[]): Verification => ({
  authentic: false,
  wholeFileSigned: false,
  signatures: [],
  reasons,
});

/**
 * Checks all signatures of a PDF. Any input gives a result; nothing is fetched; work is bounded by size and number.
 * Revisions are checked one by one: what a later signer added lies between their ends and is signed by that signer.
 * @throws only when `trustedRoots` or `crls` are not DER
 */
export async function verifyPdf(bytes: Uint8Array, options: VerifyOptions): Promise<Verification> {
  const { trustedRoots, foreignRoots, crls = [] } = options;
  const trust = readTrust({ roots: trustedRoots, foreignRoots, crls });
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > (options.maxBytes ?? 32 * 1024 * 1024)) return refused('too_large');
  if (!/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 8))) return refused('not_a_pdf');
  const scan = scanByteRanges(file);
  if (scan.tooMany) return refused('too_many_signatures');
  if (scan.ranges.length === 0) return refused(scan.malformed ? 'malformed' : 'no_signature');

  const digests = createRevisionDigests(file);
  const signatures: SignatureReport[] = [];
  for (const range of scan.ranges) {
    const report = await checkSignature(range, { digest: digests(range), trust, now: options.now });
    signatures.push({ ...report, coversWholeFile: range.end === file.length });
    // Each takes some 25 ms of computing; between them others get their turn.
    await setImmediate();
  }
  const last = signatures.at(-1);
  const reasons = new Set<VerificationReason>(signatures.flatMap((signature) => signature.problems));
  if (scan.malformed) reasons.add('malformed');
  if (!last?.coversWholeFile) reasons.add('appended_after_signature');
  return {
    authentic: reasons.size === 0,
    wholeFileSigned: Boolean(last?.valid && last.coversWholeFile && !scan.malformed),
    signatures,
    reasons: [...reasons],
  };
}

/** Digests of the revisions, in order of their ends; every byte is hashed about twice, however many signatures. */
function createRevisionDigests(file: Buffer): (range: SignedRange) => (name: HashName) => Buffer {
  const running = new Map<HashName, { hash: Hash; upTo: number }>();
  return (range) => (name) => {
    const from = running.get(name) ?? { hash: createHash(name), upTo: 0 };
    if (range.gapStart < from.upTo) {
      // Ranges that do not nest are refused anyway; still give the true digest.
      return createHash(name)
        .update(file.subarray(0, range.gapStart))
        .update(file.subarray(range.gapEnd, range.end))
        .digest();
    }
    from.hash.update(file.subarray(from.upTo, range.gapStart));
    running.set(name, { hash: from.hash, upTo: range.gapStart });
    return from.hash.copy().update(file.subarray(range.gapEnd, range.end)).digest();
  };
}

type Context = { digest: (name: HashName) => Buffer; trust: Trust; now: Date };

async function checkSignature(range: SignedRange, context: Context): Promise<SignatureReport> {
  const report = unreadable(range);
  try {
    return await inspect(report, range, context);
  } catch {
    // The parsers throw whatever they like on hostile DER; nothing else happens in there.
    return report;
  }
}

function unreadable(range: SignedRange): SignatureReport {
  return {
    signerName: null,
    position: null,
    organization: null,
    certificateSerial: null,
    demo: false,
    signedAt: null,
    timestampedAt: null,
    valid: false,
    trusted: false,
    lastByte: range.end,
    coversWholeFile: false,
    problems: ['malformed'],
  };
}

async function inspect(report: SignatureReport, range: SignedRange, context: Context): Promise<SignatureReport> {
  const message = range.contents ? attempt(range.contents, oids.data) : 'malformed';
  if (typeof message === 'string') return { ...report, problems: [message] };
  const certificates = readCertificates(message);
  if (!certificates) return report;
  const fault = faultOf(message, context.digest);
  const stamp = await checkTimeStamp(message, context);
  const chain = await checkChain(certificates, {
    usage: documentSigningUsage,
    at: stamp.at ?? context.now,
    trust: context.trust,
  });
  const certificateProblems = chain.faults.map(
    (found): SignatureProblem => (found === 'extra_certificates' ? found : `certificate_${found}`),
  );
  return {
    ...report,
    ...describeSigner(certificates[0].parsed),
    signedAt: message.signingTime,
    timestampedAt: stamp.at,
    valid: fault === null,
    trusted: fault === null && certificateProblems.length === 0 && stamp.problem === null,
    problems: [...(fault ? [fault] : []), ...certificateProblems, ...(stamp.problem ? [stamp.problem] : [])],
  };
}

function attempt(der: Uint8Array, contentType: string): SignedMessage | CmsError['fault'] {
  try {
    return readSignedMessage(der, contentType);
  } catch (error) {
    if (error instanceof CmsError) return error.fault;
    throw error;
  }
}

function faultOf(message: SignedMessage, digest: (name: HashName) => Buffer): CmsError['fault'] | null {
  try {
    message.check(digest);
    return null;
  } catch (error) {
    if (error instanceof CmsError) return error.fault;
    throw error;
  }
}

function readCertificates(message: SignedMessage): [Certificate, ...Certificate[]] | null {
  const [own, ...others] = message.certificates;
  try {
    return [readCertificate(own), ...others.map(readCertificate)];
  } catch {
    // OpenSSL and asn1js do not agree that these are certificates: the caller reports the signature as malformed.
    return null;
  }
}

type Stamp = { at: Date | null; problem: SignatureProblem | null };

/** The token's time, when it stamps this very signature and its authority was trusted at that time. */
async function checkTimeStamp(message: SignedMessage, { trust, now }: Context): Promise<Stamp> {
  if (!message.timeStampToken) return { at: null, problem: 'timestamp_missing' };
  const token = attempt(message.timeStampToken, oids.timeStampInfo);
  const certificates = typeof token === 'string' ? null : readCertificates(token);
  if (typeof token === 'string' || !certificates) return { at: null, problem: 'timestamp_wrong' };
  const content = token.content ?? Buffer.alloc(0);
  const at = stampedTime(content, message.signatureValue);
  if (!at || faultOf(token, (name) => createHash(name).update(content).digest())) {
    return { at: null, problem: 'timestamp_wrong' };
  }
  const { faults } = await checkChain(certificates, { usage: timeStampingUsage, at, trust });
  // A time yet to come proves nothing; clocks may differ by minutes.
  if (faults.length > 0 || at.getTime() > now.getTime() + 5 * 60 * 1000) {
    return { at: null, problem: 'timestamp_untrusted' };
  }
  return { at, problem: null };
}

const imprintHashes: Record<string, HashName> = {
  [oids.sha256]: 'sha256',
  [oids.sha384]: 'sha384',
  [oids.sha512]: 'sha512',
};

function stampedTime(content: Buffer, stamped: Buffer): Date | null {
  try {
    const info = pkijs.TSTInfo.fromBER(Uint8Array.from(content).buffer);
    const name = imprintHashes[info.messageImprint.hashAlgorithm.algorithmId];
    if (!name) return null;
    const imprint = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
    return imprint.equals(createHash(name).update(stamped).digest()) ? info.genTime : null;
  } catch {
    // Not a TSTInfo: the caller reports the stamp as wrong.
    return null;
  }
}

function describeSigner(certificate: x509.X509Certificate) {
  const field = (name: string): string | null => certificate.subjectName.getField(name)[0] ?? null;
  return {
    signerName: field('CN'),
    position: field(titleAttribute),
    organization: field('O'),
    certificateSerial: certificate.serialNumber.toLowerCase(),
    demo: certificate.subjectName.getField('OU').includes(demoUnit),
  };
}
