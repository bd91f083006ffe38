import { startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/index.ts';

// Started by embedded.test.ts, to be killed: starts the server on the folder named, says so, and stays.
const [, , dataDirectory = ''] = process.argv;
try {
  const server = await startEmbeddedPostgres({
    dataDirectory,
    noSync: true,
    settings: { fsync: 'off', max_connections: '50' },
  });
  process.stdout.write(`ready ${server.superuserUrl}\n`);
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`);
  process.exitCode = 1;
}
