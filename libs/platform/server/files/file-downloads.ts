import { basename, dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { isId, kindOf } from '@planerka/platform/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Reader } from '../database/reader';
import { FileStore } from './file-store';
import { FileUrls, previewSizes, type PreviewSize } from './file-urls';

interface Signed {
  readonly e?: string;
  readonly s?: string;
}

/** Serves signed addresses, with ranges, so that a video can be wound. */
@Injectable()
export class FileDownloads {
  constructor(
    private readonly urls: FileUrls,
    private readonly store: FileStore,
    private readonly reader: Reader,
  ) {}

  mount(fastify: FastifyInstance): void {
    fastify.get<{ Params: { agencyId: string; fileId: string }; Querystring: Signed }>(
      '/files/:agencyId/:fileId',
      { compress: false },
      async (request, reply) => {
        const { agencyId, fileId } = request.params;
        if (!this.isAllowed(request.url, request.query, agencyId, fileId)) return notFound(reply);
        const file = await this.reader.read({ agencyId }, (db) =>
          db
            .selectFrom('file')
            .select(['name', 'mime'])
            .where('agency_id', '=', agencyId)
            .where('id', '=', fileId)
            .where('state', '=', 'ready')
            .executeTakeFirst(),
        );
        if (!file) return notFound(reply);
        const isShown = kindOf(file.mime) === 'image' || kindOf(file.mime) === 'video';
        const name = encodeURIComponent(file.name);
        reply.header('content-disposition', `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
        return send(reply.type(file.mime), this.store.pathOf(agencyId, fileId));
      },
    );
    fastify.get<{ Params: { agencyId: string; fileId: string; preview: string }; Querystring: Signed }>(
      '/files/:agencyId/:fileId/:preview',
      { compress: false },
      async (request, reply) => {
        const { agencyId, fileId, preview } = request.params;
        const size = previewSizes.find((known) => preview === `${known}.webp`);
        if (!size || !this.isAllowed(request.url, request.query, agencyId, fileId)) return notFound(reply);
        return send(reply.type('image/webp'), this.store.previewPathOf(agencyId, fileId, size satisfies PreviewSize));
      },
    );
  }

  private isAllowed(url: string, { e = '', s = '' }: Signed, agencyId: string, fileId: string): boolean {
    const [path = ''] = url.split('?');
    return isId(agencyId) && isId(fileId) && this.urls.isValid(path, e, s);
  }
}

const notFound = (reply: FastifyReply) =>
  reply.code(404).send({ message: 'There is no such file, or its address has expired' });

function send(reply: FastifyReply, path: string): FastifyReply {
  // Whatever the bytes are, they never become a page of ours.
  reply.header('content-security-policy', "default-src 'none'; sandbox").header('x-content-type-options', 'nosniff');
  reply.header('cache-control', 'private, max-age=3600, immutable');
  return reply.sendFile(basename(path), dirname(path), { cacheControl: false });
}
