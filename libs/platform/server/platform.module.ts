import { Global, Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { CONFIG, type Config } from './config/config';
import { DatabaseModule } from './database/database.module';
import { FilesModule } from './files/files.module';
import { ActorModule, PlatformGraphQLModule } from './graphql/graphql.module';
import { HealthController } from './http/health.controller';

/** What every domain stands on, for one configuration. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        LoggerModule.forRoot({
          pinoHttp: {
            level: config.logLevel,
            ...(config.logPretty && { transport: { target: 'pino-pretty', options: { singleLine: true } } }),
            redact: [
              'req.headers.cookie',
              'req.headers["x-planerka-guest"]',
              'req.headers["x-planerka-pin"]',
              'res.headers["set-cookie"]',
            ],
            // A guest link's token stands in its address and must not stand in a log.
            serializers: {
              req: (request: { url: string }) => ({ ...request, url: request.url.replace(/\/g\/[^/?]+/, '/g/…') }),
            },
            autoLogging: { ignore: (request) => request.url?.startsWith('/health') ?? false },
          },
        }),
        DatabaseModule,
        FilesModule,
        ActorModule,
        PlatformGraphQLModule,
      ],
      controllers: [HealthController],
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
