import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { verifyPdf } from '../adapters/signing/index.ts';
import { runSignJob } from '../adapters/signing/sign-job.ts';
import { type TestAuthorities, type TestPerson, testAuthorities, testPerson } from '../adapters/signing/testing.ts';

export type BsreStatus =
  | 'ISSUE'
  | 'EXPIRED'
  | 'RENEW'
  | 'WAITING_FOR_VERIFICATION'
  | 'NEW'
  | 'NO_CERTIFICATE'
  | 'NOT_REGISTERED'
  | 'SUSPEND'
  | 'REVOKE';

export type BsrePerson = { nik: string; email?: string; passphrase: string; status?: BsreStatus };

/**
 * What ails the service. `hang`: connections are accepted and nothing is answered; `error`: the Spring body of a fault;
 * `busy`: 429; `lost`: it signs and the answer never arrives; `rewrite`: it gives back a file of its own making;
 * `unsigned`: it gives back what it got; `html`: a portal's page in its place; `strange`: a 400 with an unknown code.
 */
export type BsreAilment = 'hang' | 'error' | 'busy' | 'lost' | 'rewrite' | 'unsigned' | 'html' | 'strange' | 'cut';

export type BsreServer = {
  url: string;
  /** DER of the root that its signatures lead to, which is nobody's else. */
  root: Uint8Array;
  credentials: { username: string; password: string };
  /** Every call: method and path, and how many files it had. */
  calls: { path: string; files: number; status: number }[];
  /** How many signatures were made. */
  signed: number;
  ail(ailment: BsreAilment | null): void;
  setStatus(nik: string, status: BsreStatus): void;
  /** The one-time code that a signer's mail would hold. */
  codeOf(nik: string): string | undefined;
  /** Stops listening, as a machine that is off; `start` brings it back at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

type Options = {
  people: readonly BsrePerson[];
  /** PEM of a certificate to serve TLS with. */
  tls?: { key: string; cert: string };
};

type SignRequest = {
  nik?: string;
  email?: string;
  passphrase?: string;
  totp?: string;
  /** Stands in the manual's examples where its table says `totp`. */
  otp?: string;
  signatureProperties?: { tampilan?: string; reason?: string; location?: string }[];
  file?: string[];
};

class Refused extends Error {
  readonly status: number;
  readonly body: object;
  constructor(status: number, body: object) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}
const refuse = (text: string, code?: number) =>
  new Refused(400, { error: text, ...(code === undefined ? {} : { status_code: code }) });

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The fields and the file of a form, as a server of the same sort would read them. */
async function readForm(
  request: IncomingMessage,
  body: Buffer,
): Promise<{ fields: Map<string, string>; file: Buffer }> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData();
  const fields = new Map<string, string>();
  let file = Buffer.alloc(0);
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name, value);
    else file = Buffer.from(await value.arrayBuffer());
  }
  return { fields, file };
}

/** An Esign Client Service as its manual describes it, and as its callers know it where the manual is silent. */
export async function startBsreServer(options: Options): Promise<BsreServer> {
  const authorities: TestAuthorities = await testAuthorities();
  const people = new Map(options.people.map((person) => [person.nik, { ...person }]));
  const identities = new Map<string, TestPerson>();
  const codes = new Map<string, { code: string; files: number }>();
  const documents = new Map<string, Buffer>();
  const credentials = { username: 'madangan', password: 'rahasia aplikasi' };
  const authorization = `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
  let ailment: BsreAilment | null = null;
  let port = 0;
  const calls: BsreServer['calls'] = [];

  const find = (id: { nik?: string | undefined; email?: string | undefined }) =>
    id.nik !== undefined
      ? people.get(id.nik)
      : [...people.values()].find((each) => each.email !== undefined && each.email === id.email);

  async function signOne(person: BsrePerson, pdf: Buffer, properties: { reason?: string; location?: string }) {
    if (ailment === 'unsigned') return pdf;
    const source =
      ailment === 'rewrite' ? Buffer.from(pdf.toString('latin1').replace('%PDF-1.7', '%PDF-1.6'), 'latin1') : pdf;
    const known =
      identities.get(person.nik) ?? (await testPerson(authorities, `Penanda tangan ${person.nik.slice(-4)}`));
    identities.set(person.nik, known);
    try {
      const signed = await runSignJob({
        pdf: source,
        signer: known.identity,
        stamper: authorities.stamper,
        reason: properties.reason ?? '',
        location: properties.location ?? '',
        fieldName: `sig_${Date.now()}_${server.signed}`,
      });
      server.signed += 1;
      return Buffer.from(signed);
    } catch (cause) {
      const text = 'com.itextpdf.text.exceptions.InvalidPdfException: Rebuild failed: trailer not found.';
      throw Object.assign(refuse(`Proses signing gagal : ${text}`), { cause });
    }
  }

  function requireSigner(id: { nik?: string | undefined; email?: string | undefined }): BsrePerson {
    const person = find(id);
    if (!person || person.status === 'NOT_REGISTERED')
      throw refuse('Proses signing gagal : User tidak terdaftar', 2011);
    if ((person.status ?? 'ISSUE') !== 'ISSUE') throw refuse(`Proses signing gagal : Status ${person.status}`, 2021);
    return person;
  }

  const requirePassphrase = (person: BsrePerson, passphrase: string | undefined) => {
    if (passphrase !== person.passphrase) throw refuse('Proses signing gagal : Passphrase anda salah', 2031);
  };

  function requireCode(person: BsrePerson, code: string, files: number) {
    const sent = codes.get(person.nik);
    codes.delete(person.nik);
    if (!sent || sent.code !== code || sent.files < files)
      throw refuse('Proses signing gagal : OTP tidak sesuai', 2041);
  }

  async function signV2(body: Buffer): Promise<{ answer: object; files: number }> {
    const order = JSON.parse(body.toString()) as SignRequest;
    const files = order.file ?? [];
    const properties = order.signatureProperties ?? [];
    if (files.length === 0 || (properties.length !== 1 && properties.length !== files.length)) {
      throw refuse('signatureProperties harus satu atau sebanyak file');
    }
    if (properties.some((each) => each.tampilan !== 'INVISIBLE' && each.tampilan !== 'VISIBLE')) {
      throw refuse('tampilan harus VISIBLE atau INVISIBLE');
    }
    const person = requireSigner(order);
    const code = order.totp ?? order.otp;
    if (code !== undefined) requireCode(person, code, files.length);
    else requirePassphrase(person, order.passphrase);
    const started = Date.now();
    const signed: string[] = [];
    for (const [index, file] of files.entries()) {
      const own = properties[properties.length === 1 ? 0 : index] ?? {};
      signed.push((await signOne(person, Buffer.from(file, 'base64'), own)).toString('base64'));
    }
    return { answer: { time: Date.now() - started, file: signed }, files: files.length };
  }

  function statusV2(body: Buffer): object {
    const id = JSON.parse(body.toString()) as { nik?: string; email?: string };
    const status = find(id)?.status ?? (find(id) ? 'ISSUE' : 'NOT_REGISTERED');
    return { status_code: '1110', message: `Status pengguna ${status}`, status };
  }

  async function verifyV2(body: Buffer): Promise<object> {
    const { file } = JSON.parse(body.toString()) as { file: string };
    const result = await verifyPdf(Buffer.from(file, 'base64'), {
      trustedRoots: [authorities.root.certificate],
      now: new Date(),
    });
    const last = result.signatures.length - 1;
    return {
      conclusion: result.signatures.length === 0 ? 'NO_SIGNATURE' : result.authentic ? 'VALID' : 'INVALID',
      description: `Dokumen memuat ${result.signatures.length} tanda tangan`,
      signatureCount: result.signatures.length,
      signatureInformations: result.signatures.map((each, index) => ({
        id: `S-${index}`,
        signatureFormat: 'PKCS7-T',
        signerName: each.signerName,
        signatureDate: each.signedAt?.toISOString() ?? null,
        timestampInfomation: { timestampDate: each.timestampedAt?.toISOString() ?? null },
        integrityValid: each.valid,
        certificateTrusted: each.trusted,
        lastSignature: index === last,
      })),
    };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const path = (request.url ?? '').split('?')[0] ?? '';
    let files = 0;
    const reply = (status: number, type: string, bytes: Buffer, headers: Record<string, string> = {}) => {
      calls.push({ path, files, status });
      response.writeHead(status, { 'content-type': type, ...headers });
      // A line that breaks in the middle of an answer.
      if (ailment === 'cut') {
        response.write(bytes.subarray(0, bytes.length >> 1));
        response.destroy();
      } else response.end(bytes);
    };
    const replyJson = (status: number, value: object) =>
      reply(status, 'application/json', Buffer.from(JSON.stringify(value)));
    if (ailment === 'hang') return;
    if (ailment === 'html') return reply(200, 'text/html', Buffer.from('<h1>Portal</h1>'));
    if (request.headers.authorization !== authorization) return replyJson(401, { error: 'Unauthorized', status: 401 });
    if (ailment === 'busy') return replyJson(429, { error: 'Too Many Requests', status: 429 });
    if (ailment === 'error') {
      return replyJson(500, { timestamp: new Date().toISOString(), status: 500, error: 'Internal Server Error', path });
    }
    try {
      if (ailment === 'strange' && path.includes('/sign'))
        throw refuse('Proses signing gagal : NIK 3211000000000001', 2999);
      if (request.method === 'POST' && path === '/api/v2/sign/pdf') {
        const made = await signV2(body);
        files = made.files;
        return ailment === 'lost' ? undefined : replyJson(200, made.answer);
      }
      if (request.method === 'POST' && path === '/api/v2/user/check/status') return replyJson(200, statusV2(body));
      if (request.method === 'POST' && path === '/api/v2/verify/pdf') return replyJson(200, await verifyV2(body));
      if (request.method === 'POST' && path === '/api/v2/sign/get/totp') {
        const order = JSON.parse(body.toString()) as { nik?: string; email?: string; data: number };
        const person = requireSigner(order);
        codes.set(person.nik, { code: String(100_000 + codes.size), files: order.data });
        return replyJson(200, { time: 10 });
      }
      if (request.method === 'POST' && path === '/api/sign/pdf') {
        const { fields, file } = await readForm(request, body);
        files = 1;
        if (!['visible', 'invisible'].includes(fields.get('tampilan') ?? '')) throw refuse('tampilan tidak sesuai');
        const person = requireSigner({ nik: fields.get('nik') ?? '' });
        requirePassphrase(person, fields.get('passphrase'));
        const signed = await signOne(person, file, { reason: fields.get('reason') ?? '' });
        const id = `dok-${documents.size + 1}`;
        documents.set(id, signed);
        return ailment === 'lost' ? undefined : reply(200, 'application/pdf', signed, { id_dokumen: id });
      }
      if (request.method === 'GET' && path.startsWith('/api/sign/download/')) {
        const id = path.split('/').at(-1) ?? '';
        const document = documents.get(id);
        documents.delete(id);
        if (!document) throw refuse('Dokumen sudah diunduh');
        return reply(200, 'application/pdf', document);
      }
      if (request.method === 'GET' && path.startsWith('/api/user/status/')) {
        const nik = path.split('/').at(-1) ?? '';
        const status = people.get(nik)?.status ?? (people.has(nik) ? 'ISSUE' : 'NOT_REGISTERED');
        return replyJson(200, { message: `Status pengguna ${status}`, status });
      }
      return reply(404, 'text/html', Buffer.from('<h1>404</h1>'));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return replyJson(error.status, error.body);
    }
  }

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  };
  const create = () => (options.tls ? createTlsServer(options.tls, listener) : createServer(listener));
  let http = create();

  const server: BsreServer = {
    url: '',
    root: authorities.root.certificate,
    credentials,
    calls,
    signed: 0,
    ail(next) {
      ailment = next;
    },
    setStatus(nik, status) {
      const person = people.get(nik);
      if (person) person.status = status;
    },
    codeOf: (nik) => codes.get(nik)?.code,
    async start() {
      http = create();
      http.listen(port, '127.0.0.1');
      await once(http, 'listening');
      port = (http.address() as AddressInfo).port;
      server.url = `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`;
    },
    async stop() {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
    async close() {
      if (http.listening) await server.stop();
    },
  };
  await server.start();
  return server;
}
