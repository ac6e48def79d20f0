import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type * as prom from 'prom-client';
import type { Registry } from 'prom-client';
import type { Config } from '../config/config';

interface Watched {
  readonly pool: pg.Pool;
  /** Live connections that are open. */
  readonly sockets: () => number;
}

/** What waits, counted when it is asked for. The system's own rounds may see the outbox of all agencies. */
const backlog = `
  SELECT (SELECT count(*)::int FROM outbox_event WHERE dispatched_at IS NULL) AS events,
    (SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::float FROM outbox_event WHERE dispatched_at IS NULL) AS age,
    (SELECT count(*)::int FROM graphile_worker._private_jobs WHERE attempts < max_attempts) AS jobs,
    (SELECT count(*)::int FROM graphile_worker._private_jobs WHERE attempts >= max_attempts) AS lost`;

/**
 * `GET /metrics` for Prometheus, to whoever brings `METRICS_TOKEN` as a bearer; to everybody else, and where none is set, there
 * is no such page. Nothing in it names an agency or a person.
 */
export async function serveMetrics(
  fastify: FastifyInstance,
  { metricsToken }: Pick<Config, 'metricsToken'>,
  watched: Watched,
): Promise<void> {
  if (metricsToken === undefined) {
    fastify.get('/metrics', (_request, reply) => reply.callNotFound());
    return;
  }
  // Nobody who does not measure pays for it.
  const { default: prometheus } = await import('prom-client');
  const registry = new prometheus.Registry();
  prometheus.collectDefaultMetrics({ register: registry });
  watchRequests(fastify, prometheus, registry);
  watchState(prometheus, registry, watched);
  fastify.get('/metrics', async (request, reply) => {
    if (!bears(request, metricsToken)) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

type Prometheus = typeof prom;

function watchRequests(fastify: FastifyInstance, prometheus: Prometheus, registry: Registry): void {
  const seconds = new prometheus.Histogram({
    name: 'planerka_http_request_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    // The route as it was declared: an address would name people's things, and be a label without end.
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
}

function watchState({ Gauge }: Prometheus, registry: Registry, { pool, sockets }: Watched): void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  new Gauge({
    name: 'planerka_database_connections',
    help: 'Connections of this process to the database.',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'wanted' }, pool.waitingCount);
    },
  });
  new Gauge({
    name: 'planerka_live_sockets',
    help: 'Open live connections of this process.',
    registers: [registry],
    collect() {
      this.set(sockets());
    },
  });
  const age = gauge('planerka_outbox_oldest_seconds', 'Age of the oldest event that was not handed on yet.');
  const jobs = gauge('planerka_jobs_waiting', 'Jobs that wait or are tried again.');
  const lost = gauge('planerka_jobs_given_up', 'Jobs that failed as often as they may.');
  const up = gauge('planerka_database_up', '1 while the database answers.');
  new Gauge({
    name: 'planerka_outbox_waiting',
    help: 'Events that were not handed on yet.',
    registers: [registry],
    async collect() {
      const counted = await backlogOf(pool);
      up.set(counted ? 1 : 0);
      if (!counted) return;
      this.set(counted.events);
      age.set(counted.age);
      jobs.set(counted.jobs);
      lost.set(counted.lost);
    },
  });
}

interface Backlog {
  readonly events: number;
  readonly age: number;
  readonly jobs: number;
  readonly lost: number;
}

async function backlogOf(pool: pg.Pool): Promise<Backlog | undefined> {
  try {
    const client = await pool.connect();
    try {
      await client.query('BEGIN READ ONLY');
      await client.query(`SET LOCAL app.system = 'on'`);
      const { rows } = await client.query<Backlog>(backlog);
      await client.query('COMMIT');
      return rows[0];
    } finally {
      client.release();
    }
  } catch {
    return undefined;
  }
}

/** Hashed first: of two texts of unlike length the time would tell the length. */
function bears({ headers }: FastifyRequest, token: string): boolean {
  const [, given = ''] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
