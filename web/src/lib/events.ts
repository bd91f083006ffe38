import type { QueryClient } from '@tanstack/react-query';
import { apiBase, authorizedFetch } from './api.ts';

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/** A hint that something changed, never its content. */
export type Change = { topic: string; id?: string };

const watchers = new Set<(change: Change) => void>();

/**
 * Hears of every change itself, for what cannot wait for a query: the words of a draft. Answers how to stop. `resync` and
 * a new connection say that changes may have been missed.
 */
export function watchChanges(watch: (change: Change) => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

function tellWatchers(changes: readonly Change[]): void {
  for (const change of changes) for (const watch of watchers) watch(change);
}

/** Splits a stream of server-sent events; keeps what is not complete yet. Exported for its test. */
export function readEvents(buffer: string): { changes: Change[]; rest: string } {
  const blocks = buffer.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const changes: Change[] = [];
  for (const block of blocks) {
    const lines = block.split('\n');
    if (!lines.includes('event: change')) continue;
    const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5));
    const change = JSON.parse(data.join('\n')) as Partial<Change>;
    if (typeof change.topic === 'string') changes.push({ ...change, topic: change.topic });
  }
  return { changes, rest };
}

/**
 * Listens to `GET /events` and marks stale every query whose key starts with the event's topic (`letters`,
 * `dispositions`, …). EventSource cannot send the token, hence fetch. Reconnects with back-off and then marks
 * everything stale once, since events may have been missed. Answers a function that ends it.
 */
export function listenToEvents(queryClient: QueryClient, path: '/events' | '/platform/events' = '/events'): () => void {
  const ended = new AbortController();
  void listen(queryClient, path, ended.signal);
  return () => ended.abort();
}

async function listen(queryClient: QueryClient, path: string, signal: AbortSignal): Promise<void> {
  let waitMs = firstWaitMs;
  let connectedBefore = false;
  while (!signal.aborted) {
    try {
      const response = await authorizedFetch(`${apiBase}${path}`, {
        headers: { accept: 'text/event-stream' },
        signal,
      });
      // Refused or not offered: asking again would not help.
      if ([401, 403, 404].includes(response.status)) return;
      if (response.ok && response.body) {
        if (connectedBefore) {
          void queryClient.invalidateQueries();
          tellWatchers([{ topic: 'resync' }]);
        }
        connectedBefore = true;
        waitMs = firstWaitMs;
        await readStream(response.body, queryClient);
      }
    } catch {
      if (signal.aborted) return;
    }
    await pause(waitMs * (0.75 + Math.random() / 2), signal);
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }
}

async function readStream(body: ReadableStream<Uint8Array>, queryClient: QueryClient): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let buffer = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const { changes, rest } = readEvents(buffer + value);
    buffer = rest;
    if (changes.length === 0) continue;
    invalidate(queryClient, new Set(changes.map((change) => change.topic)));
    tellWatchers(changes);
  }
}

function invalidate(queryClient: QueryClient, topics: Set<string>): void {
  // The server lost track of what this listener has heard.
  if (topics.has('resync')) return void queryClient.invalidateQueries();
  // Whatever changed may have moved what waits for this person; words that are being typed have not.
  const all = topics.size === 1 && topics.has('drafts') ? topics : [...topics, 'tasks'];
  for (const topic of all) void queryClient.invalidateQueries({ queryKey: [topic] });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
