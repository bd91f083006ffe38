import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import * as asn1js from 'asn1js';
import {
  exportPkcs8,
  exportSpki,
  generateKeyPair,
  importSigningKey,
  type SigningKey,
  signingAlgorithm,
} from './keys.ts';

x509.cryptoProvider.set(webcrypto);

/** Extended key usages: document signing (RFC 9336) and time stamping (RFC 3161 §2.3). */
export const documentSigningUsage = '1.3.6.1.5.5.7.3.36';
export const timeStampingUsage = '1.3.6.1.5.5.7.3.8';
/** Named beside document signing: readers built on NSS (Okular, poppler) accept no signer's certificate without it. */
const emailProtectionUsage = '1.3.6.1.5.5.7.3.4';

/** X.520 `title`: carries the signer's position (jabatan). */
export const titleAttribute = '2.5.4.12';

/** The organizational unit that marks certificates without legal weight. */
export const demoUnit = 'DEMO';

/** A certificate authority or the time-stamp authority. The private key is PKCS#8 DER, for the caller to wrap. */
export type Authority = { certificate: Buffer; privateKey: Buffer };

export type Certificate = {
  /** DER */
  certificate: Buffer;
  /** Hexadecimal, lower case, as revocation lists and verification results spell it. */
  serial: string;
  notBefore: Date;
  notAfter: Date;
};

/** Whom a leaf certificate names: person, position and regency. */
export type Subject = { name: string; position: string; organization: string };

export type AuthorityOptions = {
  /** The common name, such as `Madangan Root CA`. */
  name: string;
  organization: string;
  /** Marks the certificate with OU=DEMO. */
  demo: boolean;
  now: Date;
  /** Validity in days. */
  days: number;
};

const day = 24 * 60 * 60 * 1000;
/** Certificates start a little early, so that the clocks of two machines may differ. */
const clockSkew = 5 * 60 * 1000;

const utf8 = (value: string) => [{ utf8String: value }];

function distinguishedName(options: { name: string; position?: string; organization: string; demo: boolean }) {
  return new x509.Name([
    { C: [{ printableString: 'ID' }] },
    { O: utf8(options.organization) },
    ...(options.demo ? [{ OU: utf8(demoUnit) }] : []),
    ...(options.position ? [{ [titleAttribute]: utf8(options.position) }] : []),
    { CN: utf8(options.name) },
  ]);
}

/** 127 random bits, never negative, never with a leading zero byte (RFC 5280 §4.1.2.2 allows 20 octets). */
function randomSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

function validity(options: { now: Date; days: number }, issuer?: x509.X509Certificate) {
  const end = new Date(options.now.getTime() + options.days * day);
  return {
    notBefore: new Date(options.now.getTime() - clockSkew),
    notAfter: issuer && issuer.notAfter < end ? issuer.notAfter : end,
  };
}

async function issue(parameters: {
  subject: x509.Name;
  publicKey: x509.PublicKeyType;
  issuer: Authority;
  validity: { now: Date; days: number };
  extensions: x509.Extension[];
}): Promise<x509.X509Certificate> {
  const issuer = new x509.X509Certificate(parameters.issuer.certificate);
  return x509.X509CertificateGenerator.create({
    serialNumber: randomSerial(),
    subject: parameters.subject,
    issuer: issuer.subjectName,
    ...validity(parameters.validity, issuer),
    publicKey: parameters.publicKey,
    signingKey: await importSigningKey(parameters.issuer.privateKey),
    signingAlgorithm,
    extensions: [
      ...parameters.extensions,
      await x509.SubjectKeyIdentifierExtension.create(parameters.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
}

const authorityExtensions = (pathLength: number) => [
  new x509.BasicConstraintsExtension(true, pathLength, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
];

/** The platform's root: signs intermediates and the time-stamp authority, and nothing else. */
export async function createRootAuthority(options: AuthorityOptions): Promise<Authority> {
  const keys = await generateKeyPair();
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(),
    name: distinguishedName(options),
    ...validity(options),
    keys,
    signingAlgorithm,
    extensions: [...authorityExtensions(1), await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)],
  });
  return { certificate: Buffer.from(root.rawData), privateKey: await exportPkcs8(keys.privateKey) };
}

async function createIssuedAuthority(root: Authority, options: AuthorityOptions, extensions: x509.Extension[]) {
  const keys = await generateKeyPair();
  const certificate = await issue({
    subject: distinguishedName(options),
    publicKey: keys.publicKey,
    issuer: root,
    validity: options,
    extensions,
  });
  return { certificate: Buffer.from(certificate.rawData), privateKey: await exportPkcs8(keys.privateKey) };
}

/** The certificate authority of one regency, under the platform's root; it can sign people, not further authorities. */
export const createIntermediateAuthority = (root: Authority, options: AuthorityOptions): Promise<Authority> =>
  createIssuedAuthority(root, options, authorityExtensions(0));

/** The key that time-stamps signatures (RFC 3161 §2.3: timeStamping is its only extended usage, and critical). */
export const createTimeStampAuthority = (root: Authority, options: AuthorityOptions): Promise<Authority> =>
  createIssuedAuthority(root, options, [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([timeStampingUsage], true),
  ]);

/** A PKCS#10 request for one's own key. The authority takes the subject from its own records, not from here. */
export async function createCertificationRequest(
  keys: { privateKey: SigningKey; publicKey: SigningKey },
  subject: Subject,
): Promise<Buffer> {
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: distinguishedName({ ...subject, demo: false }),
    keys,
    signingAlgorithm,
  });
  return Buffer.from(request.rawData);
}

/** The request is malformed, its key is of another kind, or it was not signed by the key it names. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
}

/**
 * Certifies the key of a request for one person. Name, position and organization come from the caller, who has checked
 * them; of the request only the public key is taken.
 * @throws InvalidRequest when the request does not prove possession of its key
 */
export async function issueCertificate(
  issuer: Authority,
  options: {
    request: Uint8Array;
    subject: Subject;
    demo: boolean;
    now: Date;
    days: number;
    /** Where the issuer's revocation list is published. */
    revocationListUrl?: string;
  },
): Promise<Certificate> {
  const publicKey = await provenPublicKey(options.request);
  const certificate = await issue({
    subject: distinguishedName({ ...options.subject, demo: options.demo }),
    publicKey,
    issuer,
    validity: options,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
      new x509.ExtendedKeyUsageExtension([documentSigningUsage, emailProtectionUsage], false),
      ...(options.revocationListUrl ? [new x509.CRLDistributionPointsExtension([options.revocationListUrl])] : []),
    ],
  });
  return describeCertificate(certificate.rawData);
}

async function provenPublicKey(request: Uint8Array): Promise<SigningKey> {
  try {
    const parsed = new x509.Pkcs10CertificateRequest(request);
    const publicKey = await parsed.publicKey.export(signingAlgorithm, ['verify']);
    if (await parsed.verify()) return publicKey;
  } catch (error) {
    throw new InvalidRequest('the certification request cannot be read', { cause: error });
  }
  throw new InvalidRequest('the certification request is not signed by its own key');
}

/** When a revocation list wants to be replaced by a new one; null for a list without such a time. */
export const nextUpdateOf = (list: Uint8Array): Date | null => new x509.X509Crl(list).nextUpdate ?? null;

/** Serial number and validity of a DER certificate. */
export function describeCertificate(der: Uint8Array | ArrayBuffer): Certificate {
  const certificate = new x509.X509Certificate(der instanceof Uint8Array ? der : new Uint8Array(der));
  return {
    certificate: Buffer.from(certificate.rawData),
    serial: certificate.serialNumber.toLowerCase(),
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
  };
}

/** The public key of a certificate, SPKI DER: to check that it certifies the key at hand. */
export const publicKeyOf = async (certificate: Uint8Array): Promise<Buffer> =>
  exportSpki(await new x509.X509Certificate(certificate).publicKey.export(signingAlgorithm, ['verify']));

export type Revocation = { serial: string; at: Date; reason: 'superseded' | 'compromised' | 'left_office' };

const reasons = {
  superseded: x509.X509CrlReason.superseded,
  compromised: x509.X509CrlReason.keyCompromise,
  left_office: x509.X509CrlReason.affiliationChanged,
} as const;

/** cRLNumber (RFC 5280 §5.2.3), which must grow from list to list: the second of issue. */
function revocationListNumber(now: Date): x509.Extension {
  const seconds = Math.floor(now.getTime() / 1000);
  return new x509.Extension('2.5.29.20', false, new asn1js.Integer({ value: seconds }).toBER());
}

/** The list of one authority's revoked certificates, DER. */
export async function createRevocationList(
  issuer: Authority,
  options: { revoked: readonly Revocation[]; now: Date; nextUpdate: Date },
): Promise<Buffer> {
  const certificate = new x509.X509Certificate(issuer.certificate);
  const list = await x509.X509CrlGenerator.create({
    issuer: certificate.subjectName,
    thisUpdate: options.now,
    nextUpdate: options.nextUpdate,
    signingKey: await importSigningKey(issuer.privateKey),
    signingAlgorithm,
    extensions: [await x509.AuthorityKeyIdentifierExtension.create(certificate), revocationListNumber(options.now)],
    entries: options.revoked.map((entry) => ({
      serialNumber: entry.serial,
      revocationDate: entry.at,
      reason: reasons[entry.reason],
    })),
  });
  return Buffer.from(list.rawData);
}
