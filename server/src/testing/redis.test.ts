import { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import { startRedis } from './redis.ts';
import { requireTool } from './tools.ts';

describe.skipIf(!requireTool('redis-server'))('a Redis for tests', () => {
  test('answers on its own port, evicts nothing, and is gone after stop', async () => {
    const [redis, other] = await Promise.all([startRedis(), startRedis()]);
    const client = new Redis(redis.url, { retryStrategy: () => null });
    try {
      expect(await client.ping()).toBe('PONG');
      expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
      expect(other.url).not.toBe(redis.url);
    } finally {
      client.on('error', () => undefined);
      await Promise.all([redis.stop(), other.stop()]);
      client.disconnect();
    }
    const late = new Redis(redis.url, { lazyConnect: true, retryStrategy: () => null });
    late.on('error', () => undefined);
    await expect(late.connect()).rejects.toThrow();
  });
});
