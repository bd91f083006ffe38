import { randomUUID } from 'node:crypto';
import {
  BrokenDocument,
  type BsreVerification,
  failureOf,
  filesOf,
  statusOf,
  statusOfV1,
  verifyAnswer,
} from './bsre-answers.ts';
import { type BsreAnswer, type BsreConnection, type BsreHttp, createBsreHttp } from './bsre-http.ts';
import { checkSignedResult, UnsoundResult } from './bsre-result.ts';
import {
  type Credential,
  type DocumentFailure,
  type DocumentToSign,
  ProviderMisconfigured,
  ProviderUnavailable,
  type SignatureProvider,
  type SignerRef,
  type SigningOutcome,
  SigningRefused,
} from './port.ts';

/** V2 since Esign Client 2.x; V1 for services that were never brought up to date. */
export type BsreVersion = 'v1' | 'v2';

/** Files per call of V2, and their bytes together: the service holds all of them, as base64, in its memory. */
const bulk = { files: 20, bytes: 12 * 1024 * 1024 };

type Identity = { nik: string } | { email: string };

export type BsreProvider = SignatureProvider & {
  readonly kind: 'bsre';
  /** Has a one-time code for `files` documents sent to the signer's registered e-mail address (V2, manual p. 24). */
  requestCode(signer: SignerRef, files: number): Promise<void>;
  /** What the service itself says of a file's signatures (V2, manual p. 34–36). */
  verify(pdf: Uint8Array): Promise<BsreVerification>;
};

/** BSrE knows people by NIK, or by e-mail address where a regency has no NIK of somebody. V1 knows NIK only. */
function identityOf(signer: SignerRef, version: BsreVersion): Identity {
  if (signer.nik) return { nik: signer.nik };
  if (signer.email && version === 'v2') return { email: signer.email };
  throw new SigningRefused('no_identity');
}

const json = (value: unknown) => ({ type: 'application/json', bytes: Buffer.from(JSON.stringify(value)) });

const secretOf = (credential: Credential) =>
  credential.kind === 'passphrase' ? { passphrase: credential.passphrase } : { totp: credential.code };

/** multipart/form-data of text fields and one PDF. */
function form(fields: Record<string, string>, pdf: Uint8Array) {
  const boundary = `madangan-${randomUUID()}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="naskah.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  const bytes = Buffer.concat([
    Buffer.from(parts.join('')),
    Buffer.from(head),
    pdf,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, bytes };
}

type Signed = { files: Buffer[] } | { failure: DocumentFailure };

/** One sign call; V1 takes one document at a time. Signatures are invisible: all that is seen was drawn before. */
async function signGroup(
  http: BsreHttp,
  version: BsreVersion,
  identity: Identity,
  credential: Credential,
  group: readonly DocumentToSign[],
): Promise<Signed> {
  const answer = await send();
  if (answer.status >= 400) return { failure: failureOf(answer) };
  const files = version === 'v1' ? [answer.body] : filesOf(answer.body);
  if (files?.length !== group.length) {
    return {
      failure: { kind: 'unavailable', cause: new ProviderUnavailable('BSrE gave back other files than asked') },
    };
  }
  return { files };

  function send(): Promise<BsreAnswer> {
    if (version === 'v2') {
      const body = {
        ...identity,
        ...secretOf(credential),
        signatureProperties: group.map(({ reason, location }) => ({ tampilan: 'INVISIBLE', reason, location })),
        file: group.map(({ pdf }) => Buffer.from(pdf).toString('base64')),
      };
      return http({ method: 'POST', path: '/api/v2/sign/pdf', body: json(body), waits: 'sign' });
    }
    const [document] = group;
    if (!document || credential.kind !== 'passphrase') throw new SigningRefused('wrong_credential');
    const { reason, location, pdf } = document;
    const fields = { ...identity, passphrase: credential.passphrase, tampilan: 'invisible', reason, location };
    return http({ method: 'POST', path: '/api/sign/pdf', body: form(fields, pdf), waits: 'sign' });
  }
}

/** Errors of a call as the outcome of its documents; anything else is a programmer's. */
function failureFrom(error: unknown): DocumentFailure {
  if (error instanceof ProviderUnavailable) return { kind: 'unavailable', cause: error };
  if (error instanceof ProviderMisconfigured) return { kind: 'misconfigured', cause: error };
  if (error instanceof SigningRefused) return { kind: 'refused', cause: error };
  throw error;
}

async function checked(document: DocumentToSign, file: Buffer): Promise<SigningOutcome> {
  try {
    const certificateSerial = await checkSignedResult(document.pdf, file);
    return { id: document.id, pdf: file, certificateSerial };
  } catch (cause) {
    if (!(cause instanceof UnsoundResult)) throw cause;
    return { id: document.id, failure: { kind: 'rejected', cause } };
  }
}

/**
 * A regency's BSrE Esign Client Service as a signature provider. The passphrase or code goes to the service with each
 * call and is kept nowhere. No call is repeated: whoever gets `unavailable` may try again later.
 */
export function createBsreProvider(options: BsreConnection & { version: BsreVersion }): BsreProvider {
  const { version } = options;
  const http = createBsreHttp(options);

  async function status(signer: SignerRef) {
    const identity = identityOf(signer, version);
    if (version === 'v2') {
      const order = { path: '/api/v2/user/check/status', body: json(identity) };
      return statusOf(await http({ method: 'POST', waits: 'ask', ...order }));
    }
    const nik = 'nik' in identity ? identity.nik : '';
    return statusOfV1(await http({ method: 'GET', path: `/api/user/status/${nik}`, waits: 'ask' }));
  }

  async function* sign(
    identity: Identity,
    credential: Credential,
    documents: Iterable<DocumentToSign> | AsyncIterable<DocumentToSign>,
  ): AsyncGenerator<SigningOutcome> {
    // The first goes alone: it proves the passphrase, and a wrong one is tried once and not with twenty letters.
    let most = 1;
    let group: DocumentToSign[] = [];
    let isOver = false;
    async function* handOver(): AsyncGenerator<SigningOutcome> {
      const handed = group;
      group = [];
      most = version === 'v2' ? bulk.files : 1;
      const signed = await signGroup(http, version, identity, credential, handed).catch(
        (error: unknown): Signed => ({ failure: failureFrom(error) }),
      );
      if ('files' in signed) {
        for (const [index, document] of handed.entries()) {
          yield await checked(document, signed.files[index] ?? Buffer.alloc(0));
        }
        return;
      }
      const { failure } = signed;
      const isOfOneFile = failure.kind === 'rejected' && failure.cause instanceof BrokenDocument;
      if (isOfOneFile && handed.length > 1) {
        // One broken file fails the whole call: each on its own tells which.
        for (const document of handed) {
          group = [document];
          yield* handOver();
        }
        return;
      }
      // What is not understood is not sent again, nor with other documents.
      if (!isOfOneFile) isOver = true;
      for (const { id } of handed) yield { id, failure };
    }
    for await (const document of documents) {
      const bytes = group.reduce((total, each) => total + each.pdf.length, 0);
      if (group.length > 0 && bytes + document.pdf.length > bulk.bytes) yield* handOver();
      group.push(document);
      if (group.length >= most && !isOver) yield* handOver();
      if (isOver) break;
    }
    if (group.length > 0) yield* handOver();
  }

  return {
    kind: 'bsre',
    status: (signer) =>
      status(signer).catch((error: unknown) => {
        if (error instanceof SigningRefused && error.reason !== 'wrong_credential') {
          return { ready: false as const, reason: error.reason };
        }
        throw error;
      }),
    async open(signer, credential) {
      const found = await status(signer);
      if (!found.ready) throw new SigningRefused(found.reason);
      if (version === 'v1' && credential.kind !== 'passphrase') throw new SigningRefused('wrong_credential');
      const identity = identityOf(signer, version);
      return { credentialChecked: false, sign: (documents) => sign(identity, credential, documents) };
    },
    async requestCode(signer, files) {
      const body = json({ ...identityOf(signer, version), data: files });
      const answer = await http({ method: 'POST', path: '/api/v2/sign/get/totp', body, waits: 'ask' });
      if (answer.status >= 400) throw failureOf(answer).cause;
    },
    async verify(pdf) {
      const body = json({ file: Buffer.from(pdf).toString('base64') });
      const answer = await http({ method: 'POST', path: '/api/v2/verify/pdf', body, waits: 'sign' });
      const parsed = answer.status < 400 ? verifyAnswer.safeParse(JSON.parse(answer.body.toString())) : null;
      if (!parsed?.success) throw new ProviderUnavailable('the verification was not understood');
      return parsed.data;
    },
  };
}
