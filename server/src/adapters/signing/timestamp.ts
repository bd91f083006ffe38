import { createHash, KeyObject, randomBytes, sign } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { SigningIdentity } from './keys.ts';
import { isSelfIssued, oids } from './pki.ts';

/** Digests that may be stamped, with the names @libpdf/core uses. */
export type DigestAlgorithm = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** Fits `timestampAuthority` of @libpdf/core: digest in, DER TimeStampToken (RFC 3161) out. */
export type TimeStamper = { timestamp(digest: Uint8Array, algorithm: DigestAlgorithm): Promise<Uint8Array> };

/** This installation's time-stamp policy: an OID under a random UUID (ITU-T X.667), since RFC 3161 demands one. */
const policy = '2.25.124724755459030322552986795347027498791';

const digestOids: Record<DigestAlgorithm, string> = {
  'SHA-256': oids.sha256,
  'SHA-384': oids.sha384,
  'SHA-512': oids.sha512,
};
const digestLengths: Record<DigestAlgorithm, number> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };

const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** TSTInfo (RFC 3161 §2.4.2): what was stamped and when, to the second. */
function tokenContent(digest: Uint8Array, algorithm: DigestAlgorithm, now: Date): Uint8Array {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const info = new pkijs.TSTInfo({
    version: 1,
    policy,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: digestOids[algorithm] }),
      hashedMessage: new asn1js.OctetString({ valueHex: buffer(digest) }),
    }),
    serialNumber: new asn1js.Integer({ valueHex: buffer(serial) }),
    genTime: new Date(Math.floor(now.getTime() / 1000) * 1000),
    accuracy: new pkijs.Accuracy({ seconds: 1 }),
  });
  return new Uint8Array(info.toSchema().toBER());
}

const attribute = (type: string, value: asn1js.AsnType) => new pkijs.Attribute({ type, values: [value] });

/** signingCertificateV2 (RFC 5816) with the default hash, SHA-256: ties the token to exactly this certificate. */
function signingCertificate(certificate: Uint8Array): asn1js.Sequence {
  const hash = createHash('sha256').update(certificate).digest();
  const reference = new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: buffer(hash) })] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [reference] })] });
}

/** Signed attributes in the order DER wants of a SET OF. */
function signedAttributes(content: Uint8Array, certificate: Uint8Array, now: Date): pkijs.Attribute[] {
  const digest = createHash('sha256').update(content).digest();
  const attributes = [
    attribute(oids.contentType, new asn1js.ObjectIdentifier({ value: oids.timeStampInfo })),
    attribute(oids.signingTime, new asn1js.UTCTime({ valueDate: now })),
    attribute(oids.messageDigest, new asn1js.OctetString({ valueHex: buffer(digest) })),
    attribute(oids.signingCertificateV2, signingCertificate(certificate)),
  ];
  const encoded = attributes.map((item) => ({ item, der: Buffer.from(item.toSchema().toBER()) }));
  return encoded.sort((a, b) => Buffer.compare(a.der, b.der)).map(({ item }) => item);
}

function timeStampToken(content: Uint8Array, { key, certificate, chain }: SigningIdentity, now: Date): Uint8Array {
  const parsed = pkijs.Certificate.fromBER(buffer(certificate));
  const attributes = signedAttributes(content, certificate, now);
  const toSign = new asn1js.Set({ value: attributes.map((item) => item.toSchema()) }).toBER();
  const signature = sign('sha256', new Uint8Array(toSign), { key: KeyObject.from(key), dsaEncoding: 'der' });
  const sha256 = () => new pkijs.AlgorithmIdentifier({ algorithmId: oids.sha256 });
  const encapsulated = new pkijs.EncapsulatedContentInfo({ eContentType: oids.timeStampInfo });
  // Set afterwards: given to the constructor it becomes a constructed octet string, which DER forbids.
  encapsulated.eContent = new asn1js.OctetString({ valueHex: buffer(content) });
  const signed = new pkijs.SignedData({
    version: 3,
    digestAlgorithms: [sha256()],
    encapContentInfo: encapsulated,
    certificates: [certificate, ...chain.filter((der) => !isSelfIssued(der))].map((der) =>
      pkijs.Certificate.fromBER(buffer(der)),
    ),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: parsed.issuer, serialNumber: parsed.serialNumber }),
        digestAlgorithm: sha256(),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oids.ecdsaSha256 }),
        signature: new asn1js.OctetString({ valueHex: buffer(signature) }),
      }),
    ],
  });
  const token = new pkijs.ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) });
  return new Uint8Array(token.toSchema().toBER());
}

/**
 * The built-in time-stamp authority. `clock` is its claim: give it the system's time.
 * @throws RangeError (from `timestamp`) when the digest's length does not fit its algorithm
 */
export function createTimeStamper(authority: SigningIdentity & { clock: () => Date }): TimeStamper {
  return {
    async timestamp(digest, algorithm) {
      if (digest.length !== digestLengths[algorithm]) throw new RangeError(`not a ${algorithm} digest`);
      const now = authority.clock();
      return timeStampToken(tokenContent(digest, algorithm, now), authority, now);
    },
  };
}
