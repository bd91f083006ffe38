import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import * as x509 from '@peculiar/x509';

export type ChainFault =
  /** No path to a trusted root, or a certificate in it may not do what it does. */
  | 'untrusted'
  /** Outside its validity at the time in question. */
  | 'expired'
  | 'revoked'
  /** Certificates were enclosed that play no part; nobody signs for them. */
  | 'extra_certificates';

export type ChainCheck = { faults: ChainFault[] };

export type Trust = {
  roots: readonly Certificate[];
  /** Roots of another authority than ours: what it certifies follows its own rules about usages. */
  foreignRoots: readonly Certificate[];
  revocationLists: readonly x509.X509Crl[];
};

/** A certificate, parsed once. */
export type Certificate = { raw: Buffer; parsed: x509.X509Certificate; node: X509Certificate };

export function readCertificate(der: Uint8Array): Certificate {
  const raw = Buffer.from(der);
  return { raw, parsed: new x509.X509Certificate(raw), node: new X509Certificate(raw) };
}

/** Trust anchors and revocation lists, from DER. */
export const readTrust = (trust: {
  roots: readonly Uint8Array[];
  foreignRoots?: readonly Uint8Array[] | undefined;
  crls: readonly Uint8Array[];
}): Trust => ({
  roots: trust.roots.map(readCertificate),
  foreignRoots: (trust.foreignRoots ?? []).map(readCertificate),
  revocationLists: trust.crls.map((der) => new x509.X509Crl(der)),
});

/** RFC 3161 demands it of whoever stamps, wherever they come from. */
const timeStamping = '1.3.6.1.5.5.7.3.8';

/** Root, intermediate and leaf, and one to spare. */
const maxDepth = 4;

const basicConstraints = '2.5.29.19';
const keyUsage = '2.5.29.15';
const extendedKeyUsage = '2.5.29.37';
/** Critical extensions that are enforced here; a certificate with any other critical one is refused (RFC 5280 §4.2). */
const enforced = new Set([basicConstraints, keyUsage, extendedKeyUsage]);

const usageFlags = (certificate: Certificate): number =>
  certificate.parsed.getExtension(x509.KeyUsagesExtension)?.usages ?? 0;

const isKnown = (certificate: Certificate): boolean =>
  certificate.parsed.extensions.every((extension) => !extension.critical || enforced.has(extension.type));

/** @param below how many authorities are between this one and the leaf */
function mayIssue(certificate: Certificate, below: number): boolean {
  const constraints = certificate.parsed.getExtension(x509.BasicConstraintsExtension);
  if (!constraints?.ca || (constraints.pathLength ?? below) < below) return false;
  return (usageFlags(certificate) & x509.KeyUsageFlags.keyCertSign) !== 0 && isKnown(certificate);
}

/** A leaf signs, is no authority, and has the usage asked for; under a foreign root, any usage it was given for that. */
function maySign(leaf: Certificate, usage: string, isForeign: boolean): boolean {
  if (leaf.parsed.getExtension(x509.BasicConstraintsExtension)?.ca) return false;
  const flags = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation;
  if ((usageFlags(leaf) & flags) === 0 || !isKnown(leaf)) return false;
  const usages = leaf.parsed.getExtension(x509.ExtendedKeyUsageExtension)?.usages;
  if (isForeign && usage !== timeStamping) return !usages?.includes(timeStamping);
  return usages?.includes(usage) ?? false;
}

const issued = (issuer: Certificate, subject: Certificate): boolean =>
  subject.node.checkIssued(issuer.node) && subject.node.verify(issuer.node.publicKey);

/**
 * Walks from a leaf to a trusted root (RFC 5280 §6, without policies and name constraints, which our authorities do not
 * use). Each step takes the first issuer whose signature fits, roots first, so the work is bounded whatever is enclosed.
 */
function buildPath(
  leaf: Certificate,
  enclosed: readonly Certificate[],
  roots: readonly Certificate[],
): Certificate[] | null {
  const path = [leaf];
  for (let depth = 0; depth < maxDepth; depth += 1) {
    const subject = path[depth];
    if (!subject) return null;
    const root = roots.find((candidate) => issued(candidate, subject));
    if (root) return mayIssue(root, depth) ? [...path, root] : null;
    const issuer = enclosed.find((candidate) => !path.includes(candidate) && issued(candidate, subject));
    if (!issuer || !mayIssue(issuer, depth)) return null;
    path.push(issuer);
  }
  return null;
}

async function isRevoked(
  subject: Certificate,
  issuer: Certificate,
  at: Date,
  lists: readonly x509.X509Crl[],
): Promise<boolean> {
  for (const list of lists) {
    const ours = list.issuer === issuer.parsed.subject && (await list.verify({ publicKey: issuer.parsed.publicKey }));
    const entry = ours ? list.findRevoked(subject.parsed.serialNumber) : null;
    if (entry && entry.revocationDate <= at) return true;
  }
  return false;
}

/**
 * Whether a certificate was good for `usage` at a time.
 * @param at the proven time of the signature, else now: a certificate revoked or expired later stays good
 */
export async function checkChain(
  [leaf, ...enclosed]: readonly [Certificate, ...Certificate[]],
  options: { usage: string; at: Date; trust: Trust },
): Promise<ChainCheck> {
  const { at, trust } = options;
  const path = buildPath(leaf, enclosed, [...trust.roots, ...trust.foreignRoots]);
  const root = path?.at(-1);
  const isForeign = root !== undefined && trust.foreignRoots.includes(root);
  if (!path || !maySign(leaf, options.usage, isForeign)) return { faults: ['untrusted'] };
  const faults: ChainFault[] = [];
  // Times in certificates and tokens are whole seconds.
  if (path.some(({ parsed }) => parsed.notBefore > at || parsed.notAfter < at)) faults.push('expired');
  for (const [index, subject] of path.slice(0, -1).entries()) {
    const issuer = path[index + 1];
    if (issuer && (await isRevoked(subject, issuer, at, trust.revocationLists))) faults.push('revoked');
  }
  const used = (certificate: Certificate) => path.some(({ raw }) => raw.equals(certificate.raw));
  // Others enclose more than ours do, such as the whole chain of their time stamps.
  if (!isForeign && !enclosed.every(used)) faults.push('extra_certificates');
  return { faults };
}
