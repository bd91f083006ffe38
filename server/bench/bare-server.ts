import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import postgres from 'postgres';

/**
 * What the API is compared with: Fastify and postgres.js alone, one connection string, the statements as text, no
 * tenancy, no rights, no schema. It answers the very rows that the API's routes fetch.
 */
interface BareRoute {
  path: string;
  /** Run one after another; parameters are fixed. */
  statements: { sql: string; parameters: unknown[] }[];
}

interface BareOrder {
  url: string;
  port: number;
  connections: number;
  routes: BareRoute[];
}

// As an argument, or by `@` and the path of a file where it is too long for one.
const given = process.argv[2] ?? '';
const order: BareOrder = JSON.parse(
  given.startsWith('@') ? readFileSync(given.slice(1), 'utf8') : Buffer.from(given, 'base64').toString('utf8'),
);
const sql = postgres(order.url, { max: order.connections, fetch_types: false });
const app = Fastify();
for (const route of order.routes) {
  app.get(route.path, async () => {
    let rows: unknown = null;
    for (const { sql: text, parameters } of route.statements) {
      rows = await sql.unsafe(text, parameters as never[], { prepare: true });
    }
    return { items: rows };
  });
}
await app.listen({ host: '127.0.0.1', port: order.port });
process.stdout.write('ready\n');
