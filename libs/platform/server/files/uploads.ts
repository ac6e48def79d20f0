import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { checkUpload, isId, largestUpload, newId, type Id } from '@planerka/platform/domain';
import { FileStore as TusStore } from '@tus/file-store';
import { Server, type ServerOptions } from '@tus/server';
import type { FastifyInstance } from 'fastify';
import { CONFIG, type Config } from '../config/config';
import { Reader } from '../database/reader';
import { ActorSources, credentialsOf, type Actor } from '../graphql/context';
import { FileAccess } from './file-access';
import { requestOrigin } from '../requests/request-origin';
import { Files } from './files';

const day = 24 * 3_600_000;

/** What an API token needs to bring files. */
const uploadScope = 'files:write';

type TusRequest = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[0];

/** Resumable uploads (tus 1.0) at /uploads. Metadata: filename, and taskId or clientId of what the file belongs to, or `own: idea`. */
@Injectable()
export class Uploads implements OnApplicationShutdown {
  private readonly log = new Logger(Uploads.name);
  private readonly directory: string;
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly sources: ActorSources,
    private readonly access: FileAccess,
    private readonly files: Files,
    private readonly reader: Reader,
  ) {
    this.directory = join(config.dataDir, 'uploads');
  }

  async mount(fastify: FastifyInstance): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    const store = new TusStore({ directory: this.directory, expirationPeriodInMilliseconds: day });
    const server = new Server({
      path: '/uploads',
      relativeLocation: true,
      maxSize: largestUpload,
      datastore: store,
      namingFunction: () => newId(),
      onUploadCreate: async (request, upload) => {
        await this.begin(request, upload.id, upload.size ?? 0, upload.metadata ?? {});
        return {};
      },
      onIncomingRequest: (request, uploadId) => this.checkOwner(request, uploadId),
      onUploadFinish: async (request, upload) => {
        const { agencyId } = await this.actorOf(request);
        const path = join(this.directory, upload.id);
        const done = await this.files.finish(agencyId, upload.id, upload.metadata?.['filename'] ?? '', path);
        await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
        if (!done.ok) throw refusal(422, done.error);
        return {
          status_code: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ fileId: upload.id }),
        };
      },
    });
    // tus reads the body itself, piece by piece.
    fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    fastify.all('/uploads', (request, reply) => pass(server, request.raw, reply));
    fastify.all('/uploads/*', (request, reply) => pass(server, request.raw, reply));
    this.sweep = setInterval(() => void this.removeAbandoned(server), day / 24).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweep);
  }

  private async removeAbandoned(server: Server): Promise<void> {
    try {
      await server.cleanUpExpiredUploads();
    } catch (problem) {
      this.log.warn(problem, 'Abandoned uploads could not be removed; trying again in an hour');
    }
  }

  private async begin(
    request: TusRequest,
    fileId: Id,
    bytes: number,
    metadata: Readonly<Record<string, string | null>>,
  ): Promise<void> {
    const actor = await this.actorOf(request);
    const name = (metadata['filename'] ?? '').replaceAll(/[\\/\p{Cc}]/gu, '').slice(0, 200);
    const type = checkUpload(name, bytes);
    if (!type.ok) throw refusal(422, type.error);
    const { taskId, clientId, own } = metadata;
    const asked = {
      taskId: isId(taskId) ? taskId : null,
      clientId: isId(clientId) ? clientId : null,
      ownerId: own === 'idea' ? memberIdOf(actor) : null,
    };
    const owner = await this.access.ownerFor(actor, asked);
    if (!owner) throw refusal(404, { code: 'not_found' });
    await this.files.begin({
      agencyId: actor.agencyId,
      fileId,
      name,
      mime: type.value.mime,
      bytes,
      owner,
      uploadedById: memberIdOf(actor),
    });
  }

  /** An upload is continued only by whoever began it. */
  private async checkOwner(request: TusRequest, uploadId: string): Promise<void> {
    if (request.method === 'POST' || request.method === 'OPTIONS') return;
    const actor = await this.actorOf(request);
    const file = isId(uploadId)
      ? await this.reader.read(actor, (db) =>
          db
            .selectFrom('file')
            .select('uploaded_by_id')
            .where('agency_id', '=', actor.agencyId)
            .where('id', '=', uploadId)
            .executeTakeFirst(),
        )
      : undefined;
    if (!file || file.uploaded_by_id !== memberIdOf(actor)) throw refusal(404, { code: 'not_found' });
  }

  private async actorOf(request: TusRequest): Promise<Actor> {
    // tus hands its own request on, which knows no address.
    const address = requestOrigin()?.address ?? '';
    const actor = await this.sources.find(credentialsOf(Object.fromEntries(request.headers), address));
    if (!actor?.agencyId) throw refusal(401, { code: 'unauthenticated' });
    if (actor.scopes && !actor.scopes.includes(uploadScope))
      throw refusal(403, { code: 'insufficient_scope', scope: uploadScope });
    return actor;
  }
}

const memberIdOf = (actor: Actor): Id | null =>
  'member' in actor ? (actor.member as { readonly memberId: Id }).memberId : null;

/** How tus wants a refusal thrown. */
const refusal = (status: number, body: object) => ({ status_code: status, body: JSON.stringify(body) });

async function pass(
  server: Server,
  request: Parameters<Server['handle']>[0],
  reply: { hijack(): unknown; readonly raw: Parameters<Server['handle']>[1] },
): Promise<void> {
  reply.hijack();
  await server.handle(request, reply.raw);
}
