import { createHash, createPublicKey, verify } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { oids } from './pki.ts';

export type HashName = 'sha256' | 'sha384' | 'sha512';

export type CmsFault =
  /** Not the DER of a SignedData with one signer, or not of the one form both sides use. */
  | 'malformed'
  /** Sound, but made with algorithms this installation does not accept. */
  | 'unsupported_algorithm'
  /** The signed digest is not that of the content. */
  | 'content_changed'
  /** The signature is not the certificate's over its attributes. */
  | 'signature_wrong';

/** Why a CMS signature is refused. */
export class CmsError extends Error {
  override readonly name = 'CmsError';
  readonly fault: CmsFault;
  constructor(fault: CmsFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

export type SignedMessage = {
  /** DER certificates of the message; the first is the signer's. */
  certificates: [Buffer, ...Buffer[]];
  /** The enclosed content; null when it is detached. */
  content: Buffer | null;
  signatureValue: Buffer;
  /** What the signer claims. */
  signingTime: Date | null;
  /** The token over `signatureValue`, DER. */
  timeStampToken: Buffer | null;
  /** @throws CmsError unless `digest` gives the signed digest and the signature over it is the signer's */
  check(digest: (hash: HashName) => Buffer): void;
};

const hashes: Record<string, HashName> = { [oids.sha256]: 'sha256', [oids.sha384]: 'sha384', [oids.sha512]: 'sha512' };

/** Signature algorithms: the key they need and their hash (null: the digest algorithm's). */
const signatures: Record<string, { key: 'ec' | 'rsa'; hash: HashName | null }> = {
  [oids.ecdsaSha256]: { key: 'ec', hash: 'sha256' },
  [oids.ecdsaSha384]: { key: 'ec', hash: 'sha384' },
  [oids.ecdsaSha512]: { key: 'ec', hash: 'sha512' },
  [oids.rsa]: { key: 'rsa', hash: null },
  [oids.rsaSha256]: { key: 'rsa', hash: 'sha256' },
  [oids.rsaSha384]: { key: 'rsa', hash: 'sha384' },
  [oids.rsaSha512]: { key: 'rsa', hash: 'sha512' },
};

const maxCertificates = 10;

function demand(condition: unknown, fault: CmsFault = 'malformed'): asserts condition {
  if (!condition) throw new CmsError(fault);
}

/**
 * Reads a SignedData strictly: DER that encodes back to the same bytes, one signer, the signed attributes of CAdES
 * (content type, digest, signing certificate). pkijs parses; the checks are made here because its own `verify` would
 * accept a signature over content enclosed in the message in place of the document, and loops on circular chains.
 * @param contentType what must be signed: `oids.data` (detached) or `oids.timeStampInfo` (enclosed)
 * @throws CmsError
 */
export function readSignedMessage(der: Uint8Array, contentType: string): SignedMessage {
  const { signed, signer } = parse(der, contentType);
  const attributes = signer.signedAttrs;
  demand(attributes);
  demand(objectId(single(attributes, oids.contentType)) === contentType);
  const certificates = readCertificates(signed, signer);
  checkSigningCertificate(single(attributes, oids.signingCertificateV2), certificates[0]);
  const claimed = optional(attributes, oids.signingTime);
  const token = signer.unsignedAttrs ? optional(signer.unsignedAttrs, oids.timeStampToken) : null;
  // Anything else there is signed by nobody.
  demand((signer.unsignedAttrs?.attributes.length ?? 0) === (token ? 1 : 0));
  return {
    certificates,
    content: readContent(signed, contentType),
    signatureValue: Buffer.from(signer.signature.valueBlock.valueHexView),
    signingTime:
      claimed instanceof asn1js.UTCTime || claimed instanceof asn1js.GeneralizedTime ? claimed.toDate() : null,
    timeStampToken: token ? Buffer.from(token.toBER()) : null,
    check: (digest) => checkSigner(signer, attributes, certificates[0], digest),
  };
}

function parse(der: Uint8Array, contentType: string): { signed: pkijs.SignedData; signer: pkijs.SignerInfo } {
  try {
    const bytes = Uint8Array.from(der).buffer;
    const info = pkijs.ContentInfo.fromBER(bytes);
    demand(info.contentType === oids.signedData);
    const signed = new pkijs.SignedData({ schema: info.content });
    const [signer, ...others] = signed.signerInfos;
    demand(signer && others.length === 0 && !signed.crls && !signed.ocsps);
    const again = new pkijs.ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) });
    demand(Buffer.from(again.toSchema().toBER()).equals(Buffer.from(der)));
    // RFC 5652 §5.1 and §5.3 fix the versions; they are not signed, so nothing else is let through.
    demand(signed.version === (contentType === oids.data ? 1 : 3) && signer.version === 1);
    demand(signed.encapContentInfo.eContentType === contentType);
    const [digest, ...more] = signed.digestAlgorithms;
    demand(digest && more.length === 0 && digest.algorithmId === signer.digestAlgorithm.algorithmId);
    for (const algorithm of [digest, signer.digestAlgorithm, signer.signatureAlgorithm]) {
      demand(!algorithm.algorithmParams || algorithm.algorithmParams instanceof asn1js.Null);
    }
    return { signed, signer };
  } catch (error) {
    throw error instanceof CmsError ? error : new CmsError('malformed', { cause: error });
  }
}

function optional(attributes: pkijs.SignedAndUnsignedAttributes, type: string): asn1js.AsnType | null {
  const found = attributes.attributes.filter((attribute) => attribute.type === type);
  demand(found.length <= 1);
  const values = found[0]?.values ?? [];
  demand(values.length === found.length);
  return values[0] ?? null;
}

function single(attributes: pkijs.SignedAndUnsignedAttributes, type: string): asn1js.AsnType {
  const value = optional(attributes, type);
  demand(value);
  return value;
}

const objectId = (value: asn1js.AsnType): string | null =>
  value instanceof asn1js.ObjectIdentifier ? value.getValue() : null;

function octets(value: unknown): Buffer {
  demand(value instanceof asn1js.OctetString && !value.idBlock.isConstructed);
  return Buffer.from(value.valueBlock.valueHexView);
}

function readContent(signed: pkijs.SignedData, contentType: string): Buffer | null {
  const enclosed = signed.encapContentInfo.eContent;
  demand(Boolean(enclosed) === (contentType !== oids.data));
  return enclosed ? octets(enclosed) : null;
}

function readCertificates(signed: pkijs.SignedData, signer: pkijs.SignerInfo): [Buffer, ...Buffer[]] {
  const all = signed.certificates ?? [];
  demand(all.length >= 1 && all.length <= maxCertificates);
  const certificates = all.filter((item) => item instanceof pkijs.Certificate);
  demand(certificates.length === all.length);
  const { sid } = signer;
  demand(sid instanceof pkijs.IssuerAndSerialNumber);
  const own = certificates.filter(
    (item) => item.serialNumber.isEqual(sid.serialNumber) && same(item.issuer.toSchema(), sid.issuer.toSchema()),
  );
  demand(own.length === 1 && own[0]);
  const encode = (item: pkijs.Certificate) => Buffer.from(item.toSchema().toBER());
  return [encode(own[0]), ...certificates.filter((item) => item !== own[0]).map(encode)];
}

const same = (a: asn1js.AsnType, b: asn1js.AsnType): boolean => Buffer.from(a.toBER()).equals(Buffer.from(b.toBER()));

/** signingCertificateV2 (RFC 5816): the hash of the certificate that signs, SHA-256 unless said otherwise. */
function checkSigningCertificate(value: asn1js.AsnType, certificate: Buffer): void {
  const sequence = (item: unknown): asn1js.AsnType[] => {
    demand(item instanceof asn1js.Sequence);
    return item.valueBlock.value;
  };
  const fields = sequence(sequence(sequence(value)[0])[0]);
  const [first, second] = fields;
  const named = first instanceof asn1js.Sequence ? objectId(sequence(first)[0] ?? first) : oids.sha256;
  const hash = hashes[named ?? ''];
  demand(hash, 'unsupported_algorithm');
  const expected = createHash(hash).update(certificate).digest();
  demand(octets(first instanceof asn1js.Sequence ? second : first).equals(expected), 'signature_wrong');
}

function checkSigner(
  signer: pkijs.SignerInfo,
  attributes: pkijs.SignedAndUnsignedAttributes,
  certificate: Buffer,
  digest: (hash: HashName) => Buffer,
): void {
  const hash = hashes[signer.digestAlgorithm.algorithmId];
  const algorithm = signatures[signer.signatureAlgorithm.algorithmId];
  demand(hash && algorithm, 'unsupported_algorithm');
  demand(octets(single(attributes, oids.messageDigest)).equals(digest(hash)), 'content_changed');
  demand(
    verifies(signer, attributes, certificate, { key: algorithm.key, hash: algorithm.hash ?? hash }),
    'signature_wrong',
  );
}

function verifies(
  signer: pkijs.SignerInfo,
  attributes: pkijs.SignedAndUnsignedAttributes,
  certificate: Buffer,
  algorithm: { key: 'ec' | 'rsa'; hash: HashName },
): boolean {
  try {
    const parsed = pkijs.Certificate.fromBER(Uint8Array.from(certificate).buffer);
    const spki = Buffer.from(parsed.subjectPublicKeyInfo.toSchema().toBER());
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== algorithm.key) return false;
    const signature = Buffer.from(signer.signature.valueBlock.valueHexView);
    return verify(algorithm.hash, new Uint8Array(attributes.encodedValue), { key, dsaEncoding: 'der' }, signature);
  } catch (error) {
    throw new CmsError('malformed', { cause: error });
  }
}
