import { type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import { guardedLookup, requireAllowed } from './bsre-address.ts';
import { ProviderMisconfigured, ProviderUnavailable } from './port.ts';

/** How a regency reaches its BSrE Esign Client Service. */
export type BsreConnection = {
  /** Where the service runs, such as `https://esign.sumedangkab.go.id`; a path before `/api` is kept. */
  baseUrl: string;
  username: string;
  password: string;
  /**
   * PEM: the authorities, or the very certificate, that the service's TLS certificate is checked against instead of the
   * public ones. There is no way to leave it unchecked.
   */
  ca?: string;
  timeouts?: Partial<Timeouts>;
};

/** Milliseconds until a silent service counts as unavailable. */
type Timeouts = { ask: number; sign: number };
const defaultTimeouts: Timeouts = { ask: 7_000, sign: 60_000 };

/** Larger answers are cut off: signed files come as base64 in JSON. */
const maxAnswerBytes = 96 * 1024 * 1024;

export type BsreAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

export type BsreOrder = {
  method: 'GET' | 'POST';
  path: string;
  body?: { type: string; bytes: Buffer };
  waits: keyof Timeouts;
};

export type BsreHttp = (order: BsreOrder) => Promise<BsreAnswer>;

/**
 * Speaks to one service: HTTP Basic for the application (manual p. 7, p. 18), no redirects followed, nothing retried.
 * Answers below 500 are given back, but for 401, 403 and 429.
 * @throws ProviderUnavailable, ProviderMisconfigured; neither names what was sent
 */
export function createBsreHttp(connection: BsreConnection): BsreHttp {
  const base = new URL(connection.baseUrl);
  const prefix = base.pathname.replace(/\/+$/, '');
  const timeouts = { ...defaultTimeouts, ...connection.timeouts };
  const authorization = `Basic ${Buffer.from(`${connection.username}:${connection.password}`).toString('base64')}`;
  const host = base.hostname.replace(/^\[|\]$/g, '');
  const isSecure = base.protocol === 'https:';
  const send = isSecure ? tlsRequest : plainRequest;

  const exchange = (order: BsreOrder): Promise<BsreAnswer> =>
    new Promise((resolve, reject) => {
      const request = send({
        protocol: base.protocol,
        hostname: host,
        port: base.port,
        path: `${prefix}${order.path}`,
        method: order.method,
        headers: {
          authorization,
          accept: 'application/json, application/pdf',
          ...(order.body ? { 'content-type': order.body.type, 'content-length': order.body.bytes.length } : {}),
        },
        ...(connection.ca === undefined ? {} : { ca: connection.ca }),
        lookup: guardedLookup(isSecure),
        // The whole exchange, not only its silences: a service that trickles must not hold a signer for ever.
        signal: AbortSignal.timeout(timeouts[order.waits]),
      });
      request.on('error', reject);
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxAnswerBytes) request.destroy(new Error('the answer is too large'));
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      request.end(order.body?.bytes);
    });

  return async (order) => {
    // An address in figures is not looked up.
    if (isIP(host) !== 0) requireAllowed(host, isSecure);
    const answer = await exchange(order).catch((cause: unknown) => {
      if (cause instanceof ProviderMisconfigured) throw cause;
      const fault = faultOf(cause);
      throw new ProviderUnavailable(`BSrE cannot be reached: ${fault}`, { cause, fault });
    });
    const { status } = answer;
    if (status === 401 || status === 403) throw new ProviderMisconfigured(`BSrE answered ${status} to our credentials`);
    if (status >= 200 && status < 300) return answer;
    if (status >= 400 && status < 500 && status !== 404 && status !== 429 && status !== 408) return answer;
    if (status === 404 && answer.headers['content-type']?.includes('json')) return answer;
    // A redirect or a bare 404 comes from something that is not the service; 429 and 5xx pass.
    if (status < 500 && status !== 429 && status !== 408) {
      throw new ProviderMisconfigured(`no BSrE service at this address: ${order.path} gave ${status}`, {
        isAddress: true,
      });
    }
    throw new ProviderUnavailable(`BSrE answered ${status}`, { fault: `HTTP ${status}` });
  };
}

/** A word for the log and the administrator: `ECONNREFUSED`, `timeout`, a TLS error's code. */
function faultOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return 'timeout';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
