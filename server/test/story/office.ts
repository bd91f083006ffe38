import { expect } from 'vitest';
import type { Client, Method, Reply, RunningInstallation } from '../running-installation.ts';

export type Person = { id: string; name: string; positionId: string; unitId: string; permissions: string[] };
export type Page<T> = { items: T[]; nextCursor: string | null };
export type Letter = {
  id: string;
  subject: string;
  state: string;
  version: number;
  number: string | null;
  date: string | null;
  verifyCode: string | null;
  chain: { act: string; state: string; title: string; note: string | null }[];
  body: object;
  incoming: { agendaNumber: string | null } | null;
};
export type Job = { status: string; progress: number; result?: Record<string, unknown> | null; error?: string | null };

/** A document of one paragraph. */
export const paragraph = (text: string): object => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

type Node = { type: string; attrs?: Record<string, unknown>; content?: Node[] };

/** A template's body with its variables filled in, by name; a date, a time or a word each. */
export function fillIn(body: object, values: Record<string, string>): object {
  const visit = (node: Node): Node => {
    const attrs = node.attrs;
    if (node.type === 'variable' && attrs) {
      const name = String(attrs.name);
      const byKind: Record<string, string> = { date: '2022-06-14', time: '09:00', number: '2' };
      const value = attrs.value ?? values[name] ?? byKind[String(attrs.kind)] ?? `isian ${name}`;
      return { ...node, attrs: { ...attrs, value } };
    }
    return node.content ? { ...node, content: node.content.map(visit) } : node;
  };
  return visit(body as Node);
}

/** A call that must succeed; fails with what the API said. */
export async function done<T>(reply: Promise<Reply<T>>, status: number | number[] = [200, 201, 202, 204]): Promise<T> {
  const answer = await reply;
  expect([status].flat(), JSON.stringify(answer.body)).toContain(answer.status);
  return answer.body;
}

/** What one regency's people do, with the noise taken out. */
export function officeOf(client: Client, slug: string, passphrase: string) {
  const as = (username: string) => client.as(`${slug}/${username}`);
  return {
    slug,
    as,
    me: (username: string) => done(as(username)<Person>('GET', '/me')),
    act: <T = Letter>(username: string, method: Method, path: string, body?: object) =>
      done(as(username)<T>(method, path, body)),
    letter: (username: string, id: string) => done(as(username)<Letter>('GET', `/letters/${id}`)),
    sign: <T = Letter>(username: string, path: string) => done(as(username)<T>('POST', path, { passphrase })),
  };
}

type Office = ReturnType<typeof officeOf>;

/** What the chapters of the story hand on. */
export type Story = {
  running: RunningInstallation;
  client: Client;
  sumedang: Office;
  lebak: Office;
  sukabumi: Office;
  /** Sumedang's letter to Lebak. */
  invitation: string;
  signedPdf: Buffer;
  verifyCode: string;
};

/** A day in the regencies' zone. */
export const today = (offset = 0): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date(Date.now() + offset * 86_400_000));
