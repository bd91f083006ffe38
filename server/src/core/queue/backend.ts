import {
  createPostgresBackend,
  type Processor,
  type Queue,
  Queue as RedisQueue,
  Worker as RedisWorker,
  runMigrations,
  type Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { DatabaseAccess } from '../db/client.ts';
import type { Log } from './job.ts';

/** What lies in the queue: nothing but which row of `platform.work` to do. The row is the truth. */
export type QueuedWork = { workId: string };

/** Where jobs lie between the outbox and their worker. */
export type QueueBackend = {
  kind: 'postgres' | 'redis';
  queue: Queue<QueuedWork>;
  /** Starts taking jobs. The caller closes it before the backend. */
  startWorker(
    process: Processor<QueuedWork>,
    options: Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount'>,
  ): Worker<QueuedWork>;
  close(): Promise<void>;
};

const queueName = 'jobs';
/** Kept so that the relay, repeating an order after a crash, finds that the job is there already. */
const keep = { removeOnComplete: { age: 3_600, count: 20_000 }, removeOnFail: { age: 86_400, count: 20_000 } };

/** BullMQ's job id of a row of `platform.work`. */
export const queueId = (workId: string): string => `o-${workId}`;

function address(access: DatabaseAccess) {
  const { host, port, database, ssl } = access.address;
  const tls =
    ssl === undefined || ssl === false || ssl === 'prefer'
      ? {}
      : { ssl: ssl === 'verify-full' ? true : { rejectUnauthorized: false } };
  return { host, port, database, ...tls };
}

/** Creates or upgrades BullMQ's own schema and lets the login `bullmq` use it. Runs as the migrator, before any worker. */
export async function migrateQueue(access: DatabaseAccess): Promise<void> {
  const login =
    access.migratorUrl === undefined
      ? { ...address(access), user: 'migrator', password: access.secrets.password('migrator') }
      : { connectionString: access.migratorUrl };
  const client = new pg.Client(login);
  await client.connect();
  try {
    await runMigrations(client, 'bullmq');
    // Its functions make a sequence per queue when the first job comes, and a temporary table per bulk.
    await client.query('grant create on schema bullmq to bullmq');
    await client.query(`grant temp on database ${pg.escapeIdentifier(access.address.database)} to bullmq`);
  } finally {
    await client.end();
  }
}

/** The queue on PostgreSQL, under the login `bullmq`. */
function createPostgresQueue(access: DatabaseAccess, log: Log): QueueBackend {
  const classes = withBackend(createPostgresBackend);
  const connection = (max: number) => ({
    ...address(access),
    user: 'bullmq',
    password: access.secrets.password('bullmq'),
    schema: 'bullmq',
    migrate: false,
    max,
    application_name: 'queue',
  });
  const queue = new classes.Queue<QueuedWork>(queueName, { connection: connection(2), defaultJobOptions: keep });
  queue.on('error', (error) => log.warn({ err: error }, 'queue'));
  return {
    kind: 'postgres',
    queue: queue as unknown as Queue<QueuedWork>,
    startWorker: (process, options) =>
      new classes.Worker<QueuedWork>(queueName, process, {
        ...options,
        connection: connection(4),
      }) as unknown as Worker<QueuedWork>,
    close: () => queue.close(),
  };
}

/** The queue on Redis or Valkey. */
function createRedisQueue(url: string, log: Log): QueueBackend {
  const open = () => {
    const redis = new Redis(url, { maxRetriesPerRequest: null });
    redis.on('error', (error) => log.warn({ err: error }, 'redis'));
    return redis;
  };
  const producer = open();
  const consumer = open();
  const queue = new RedisQueue<QueuedWork>(queueName, {
    connection: producer,
    prefix: 'madangan',
    defaultJobOptions: keep,
  });
  queue.on('error', (error) => log.warn({ err: error }, 'queue'));
  return {
    kind: 'redis',
    queue,
    startWorker: (process, options) =>
      new RedisWorker<QueuedWork>(queueName, process, { ...options, connection: consumer, prefix: 'madangan' }),
    async close() {
      await queue.close();
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

/** Redis when its URL is given, else PostgreSQL. */
export const createQueueBackend = (access: DatabaseAccess, redisUrl: string | undefined, log: Log): QueueBackend =>
  redisUrl === undefined ? createPostgresQueue(access, log) : createRedisQueue(redisUrl, log);
