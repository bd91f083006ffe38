import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a stream says: a topic such as `letters` that changed, and perhaps which one. Hints, never content. */
export interface LiveEvent {
  topic: string;
  id?: string;
}

const heartbeatSeconds = 20;

/**
 * Turns the reply into a stream of server-sent events. It ends when the client leaves or the access token ends.
 * @param subscribe starts listening and returns how to stop.
 */
export function streamEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  subscribe: (send: (event: LiveEvent) => void) => () => void,
): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 2000\n\nevent: ready\ndata: {}\n\n');
  const unsubscribe = subscribe((event) => raw.write(`event: change\ndata: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => raw.write(': \n\n'), heartbeatSeconds * 1000);
  const lifetime = Math.max(0, (request.tokenExpiresAt?.getTime() ?? Date.now()) - Date.now());
  const end = setTimeout(() => raw.end(), lifetime);
  raw.on('close', () => {
    clearInterval(heartbeat);
    clearTimeout(end);
    unsubscribe();
  });
}
