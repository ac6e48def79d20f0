import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import type { BucketSettings } from '../files/bucket';
import { trustOf } from '../http/trusted-proxies';

function isTrust(setting: string): boolean {
  try {
    trustOf(setting);
    return true;
  } catch {
    return false;
  }
}

const areNetworks = (setting: string): boolean =>
  setting
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean)
    .every((text) => (text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text)));

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_URL: z.string().min(1, 'DATABASE_URL must name the database, as postgresql://user:password@host:port/name'),
  /**
   * The same database past a pooler: LISTEN belongs to a connection, and PgBouncer lends one for a transaction only.
   * Without it, DATABASE_URL is taken.
   */
  DATABASE_DIRECT_URL: z.string().min(1).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(20),
  DATA_DIR: z.string().default('./var'),
  WEB_ROOT: z.string().default('./dist/web'),
  /** Signs session cookies; at least 32 characters. */
  SECRET: z.string().min(32, 'SECRET must have at least 32 characters'),
  /** The address people open, for links in mails. Without it, the address of the request is taken. */
  PUBLIC_URL: z.url().optional(),
  /** smtp://user:password@host:port; without it nothing is mailed and links are copied by hand. */
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Planerka <planerka@localhost>'),
  /** How often a query must have been asked before it is compiled; 0 compiles none. */
  GRAPHQL_JIT: z.coerce.number().int().min(0).default(2),
  /** Described reads answer whole operations by the text that their statements write; 0 executes everything. */
  GRAPHQL_TEXT: z.stringbool().default(true),
  /** OpenID Connect: whoever this issuer vouches for may sign in, by their verified e-mail. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What the button says: «Войти через …». */
  OIDC_NAME: z.string().min(1).default('SSO'),
  /** Whether a provider's sign-in passes for the second factor, too: where the provider itself asks for one. */
  OIDC_TRUSTS_SECOND_FACTOR: z.stringbool().default(false),
  /**
   * Who may register an agency: anybody, the first one alone, or nobody. Without letters an answer to everybody would tell whose
   * e-mail has an account, so the door closes behind the first unless it is said otherwise.
   */
  REGISTRATION: z.enum(['open', 'first', 'closed']).optional(),
  /** Counts what is tried at sign-in; on in production unless said otherwise. */
  RATE_LIMITS: z.stringbool().optional(),
  /** Takes only operations of the web build, by id or by their very text. */
  PERSISTED_ONLY: z.stringbool().default(false),
  /** Whose word is taken for who is behind them: addresses and networks by commas, or how many proxies there are. */
  TRUST_PROXY: z
    .string()
    .default('loopback')
    .refine(isTrust, 'TRUST_PROXY must be addresses like 10.0.0.0/8, or a number'),
  /** How long slow senders and idle connections are waited for, as a part of what is usual. */
  PATIENCE: z.coerce.number().min(0.001).max(100).default(1),
  /** Lets anybody ask for the schema; in production it is told to nobody. */
  INTROSPECTION: z.stringbool().optional(),
  /** Sockets that one person, and one address, may hold open. */
  SOCKETS_PER_PERSON: z.coerce.number().int().min(1).default(30),
  SOCKETS_PER_ADDRESS: z.coerce.number().int().min(1).default(500),
  /** Opens `GET /metrics` to whoever brings it as a bearer; without it there is no such page. */
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN must have at least 16 characters').optional(),
  /** Networks within the house that webhooks may reach; without it public addresses alone, by https. */
  WEBHOOKS_ALLOW_PRIVATE: z
    .string()
    .default('')
    .refine(areNetworks, 'WEBHOOKS_ALLOW_PRIVATE must be networks like 10.1.0.0/16 or addresses, by commas'),
  /** A bucket of an S3-compatible store for the bytes of files; without it they lie under DATA_DIR. */
  S3_BUCKET: z.string().min(3).optional(),
  /** Of another store than Amazon's, such as https://storage.yandexcloud.net. */
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  S3_PREFIX: z
    .string()
    .regex(/^([\w.-]+\/)*$/, 'S3_PREFIX must be folders like planerka/')
    .default(''),
  /** How long a node keeps its own copy of a file that nobody asks it for. */
  S3_COPY_DAYS: z.coerce.number().min(0).default(30),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_PRETTY: z.stringbool().default(false),
});

export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly trustsSecondFactor: boolean;
}

export interface Config {
  readonly environment: 'development' | 'test' | 'production';
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly databaseDirectUrl: string;
  readonly databasePool: number;
  readonly dataDir: string;
  readonly webRoot: string;
  readonly secret: string;
  readonly publicUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly graphqlJit: number;
  readonly graphqlText: boolean;
  readonly openId: OpenIdProvider | undefined;
  readonly bucket: BucketSettings | undefined;
  readonly bucketCopyDays: number;
  readonly registration: 'open' | 'first' | 'closed';
  readonly rateLimits: boolean;
  readonly persistedOnly: boolean;
  readonly trustProxy: string;
  readonly patience: number;
  readonly introspection: boolean;
  readonly socketsPerPerson: number;
  readonly socketsPerAddress: number;
  readonly metricsToken: string | undefined;
  readonly webhooksAllowPrivate: string;
  readonly logLevel: string;
  readonly logPretty: boolean;
  /** Where log lines go; standard output unless a test wants to read them. */
  readonly logTo?: { write(line: string): void };
}

/** Injection token of {@link Config}. */
export const CONFIG = Symbol('Config');

/** Reads the environment once; throws one sentence that names every variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((found) => `${found.path.join('.')}: ${found.message}`);
    throw new Error(`The environment is not complete. ${problems.join('; ')}`);
  }
  const read = parsed.data;
  return {
    environment: read.NODE_ENV,
    host: read.HOST,
    port: read.PORT,
    databaseUrl: read.DATABASE_URL,
    databaseDirectUrl: read.DATABASE_DIRECT_URL ?? read.DATABASE_URL,
    databasePool: read.DATABASE_POOL,
    dataDir: resolve(read.DATA_DIR),
    webRoot: resolve(read.WEB_ROOT),
    secret: read.SECRET,
    publicUrl: read.PUBLIC_URL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    graphqlJit: read.GRAPHQL_JIT,
    graphqlText: read.GRAPHQL_TEXT,
    openId: openIdOf(read),
    bucket: bucketOf(read),
    bucketCopyDays: read.S3_COPY_DAYS,
    registration: read.REGISTRATION ?? (read.SMTP_URL ? 'open' : 'first'),
    rateLimits: read.RATE_LIMITS ?? read.NODE_ENV === 'production',
    persistedOnly: read.PERSISTED_ONLY,
    trustProxy: read.TRUST_PROXY,
    patience: read.PATIENCE,
    introspection: read.INTROSPECTION ?? read.NODE_ENV !== 'production',
    socketsPerPerson: read.SOCKETS_PER_PERSON,
    socketsPerAddress: read.SOCKETS_PER_ADDRESS,
    metricsToken: read.METRICS_TOKEN,
    webhooksAllowPrivate: read.WEBHOOKS_ALLOW_PRIVATE,
    logLevel: read.LOG_LEVEL,
    logPretty: read.LOG_PRETTY,
  };
}

function openIdOf(read: z.infer<typeof environment>): OpenIdProvider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = read;
  if (!issuer && !clientId && !clientSecret) return undefined;
  const trustsSecondFactor = read.OIDC_TRUSTS_SECOND_FACTOR;
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret, name, trustsSecondFactor };
  throw new Error(
    'The environment is not complete. OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are set together or not at all',
  );
}

function bucketOf(read: z.infer<typeof environment>): BucketSettings | undefined {
  const { S3_BUCKET: name, S3_ENDPOINT: endpoint, S3_REGION: region, S3_PREFIX: prefix } = read;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = read;
  if (Boolean(accessKeyId) !== Boolean(secretAccessKey))
    throw new Error(
      'The environment is not complete. S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are set together or not at all',
    );
  if (name === undefined) return undefined;
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return { name, endpoint, region, credentials, prefix };
}
