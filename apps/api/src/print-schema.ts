import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { createHttpAdapter, type Config } from '@planerka/platform/server';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module';

/** Writes the schema that the code makes to the file named by the first argument; touches no database. */
const config: Config = {
  environment: 'test',
  host: '127.0.0.1',
  port: 0,
  databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
  databaseDirectUrl: 'postgresql://nobody@127.0.0.1:1/none',
  databasePool: 1,
  dataDir: './var',
  // No pages, and so no operations that a schema which is just being changed might refuse.
  webRoot: './var/none',
  secret: 'only-to-print-the-schema-of-the-api',
  publicUrl: undefined,
  smtpUrl: undefined,
  mailFrom: '',
  graphqlJit: 0,
  graphqlText: true,
  openId: undefined,
  bucket: undefined,
  bucketCopyDays: 0,
  registration: 'open',
  rateLimits: false,
  persistedOnly: false,
  trustProxy: 'loopback',
  patience: 1,
  introspection: false,
  socketsPerPerson: 1,
  socketsPerAddress: 1,
  metricsToken: undefined,
  logLevel: 'silent',
  webhooksAllowPrivate: '',
  logPretty: false,
};
const [, , target] = process.argv;
if (!target) throw new Error('Say where to write the schema: print-schema apps/api/schema.graphql');
const app = await NestFactory.create(AppModule.with(config), createHttpAdapter(config), {
  logger: false,
  preview: false,
});
await app.init();
const { schema } = app.get(GraphQLSchemaHost);
await writeFile(target, `${printSchema(lexicographicSortSchema(schema))}\n`);
process.exit(0);
