import { Global, Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { destination } from 'pino';
import { CONFIG, type Config } from './config/config';
import { DatabaseModule } from './database/database.module';
import { FilesModule } from './files/files.module';
import { ActorModule, PlatformGraphQLModule } from './graphql/graphql.module';
import { HealthController } from './http/health.controller';
import { LiveModule } from './live/live.module';

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
            ...logOutput(config),
            // Requests are told by `logRequests`, which knows what must not stand in a log: of theirs only the id is kept.
            autoLogging: false,
            quietReqLogger: true,
            // PostgreSQL names the values that broke a rule, and they may be somebody's.
            redact: ['err.detail', 'err.where', 'err.cause.detail', 'err.cause.where'],
          },
        }),
        DatabaseModule,
        FilesModule,
        ActorModule,
        PlatformGraphQLModule,
        LiveModule,
      ],
      controllers: [HealthController],
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}

function logOutput({ logTo, logPretty }: Config) {
  if (logTo) return { stream: logTo };
  if (logPretty) return { transport: { target: 'pino-pretty', options: { singleLine: true } } };
  // Not a write of the system for each line: what is said while one is on its way goes with the next.
  return { stream: destination({ dest: 1, sync: false }) };
}
