import { createServer } from 'node:net';
import { DataDirectoryInUseError } from './adapters/embedded-postgres/index.ts';
import { ConfigError } from './config.ts';
import { isConnectionFailure, pgError } from './core/db/errors.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** invalid_password, invalid_authorization_specification, invalid_catalog_name */
const refusedLogin = ['28P01', '28000', '3D000'];

/** One line for what a person can mend; the whole error for what only we can. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DataDirectoryInUseError) return error.message;
  if (isConnectionFailure(error)) {
    return 'The database does not answer: check DATABASE_URL and MIGRATOR_URL, or the log under DATA_DIR.';
  }
  if (refusedLogin.includes(pgError(error)?.code ?? '')) {
    return 'The database refuses the login: check user, password and database in DATABASE_URL and MIGRATOR_URL.';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** @throws ConfigError when somebody else listens there: found before anything is started. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (hasCode(error, 'EADDRINUSE')) {
        reject(new ConfigError(`PORT ${port} is taken: stop what listens there, or set PORT to another one.`));
      } else if (hasCode(error, 'EADDRNOTAVAIL') || hasCode(error, 'ENOTFOUND')) {
        reject(new ConfigError(`HOST ${host} is not usable: it should be an address of this machine.`));
      } else if (hasCode(error, 'EACCES')) {
        reject(new ConfigError(`PORT ${port} needs more rights: choose one above 1023.`));
      } else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/**
 * Runs an entry point: `start` gives back how to stop. SIGINT and SIGTERM stop it once, in order; a failed start says
 * why and exits with 1.
 */
export async function runProcess(start: (onStop: (stop: () => Promise<void>) => void) => Promise<void>): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = async () => {
    for (const stop of stops.reverse()) {
      await stop().catch((error: unknown) => say(`while stopping: ${explain(error)}`));
    }
  };
  const stop = (code: number) => {
    stopping ??= stopAll().finally(() => process.exit(code));
    return stopping;
  };
  process.once('SIGINT', () => void stop(0));
  process.once('SIGTERM', () => void stop(0));
  process.on('unhandledRejection', (error) => {
    say(`unhandled: ${explain(error)}`);
    void stop(1);
  });
  try {
    await start((next) => void stops.push(next));
  } catch (error) {
    say(explain(error));
    await stop(1);
  }
}
