import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpAdapter, serveWeb, type Config } from '@planerka/platform/server';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';

/** The whole server for one configuration, ready to listen; tests and `main` start the same thing. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), createHttpAdapter(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  await serveWeb(app, config);
  return app;
}
