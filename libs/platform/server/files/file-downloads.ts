import { basename, dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { isId, kindOf, ok, type Id } from '@planerka/platform/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Reader } from '../database/reader';
import { UnitOfWork } from '../database/unit-of-work';
import { FileStore } from './file-store';
import { sharedCopy } from './shared-copy';
import { FileHolders, type Holder } from './file-holders';
import { FileUrls, previewSizes, type PreviewSize, type SignedQuery } from './file-urls';

/** Serves signed addresses, with ranges, so that a video can be wound. */
@Injectable()
export class FileDownloads {
  constructor(
    private readonly urls: FileUrls,
    private readonly store: FileStore,
    private readonly reader: Reader,
    private readonly holders: FileHolders,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  mount(fastify: FastifyInstance): void {
    fastify.get<{ Params: { agencyId: string; fileId: string }; Querystring: SignedQuery }>(
      '/files/:agencyId/:fileId',
      { compress: false },
      async (request, reply) => {
        const { agencyId, fileId } = request.params;
        if (!(await this.isAllowed(request.url, request.query, agencyId, fileId))) return notFound(reply);
        const file = await this.ready(agencyId, fileId);
        if (!file) return notFound(reply);
        return this.send(named(reply, file), this.store.pathOf(agencyId, fileId));
      },
    );
    fastify.get<{ Params: { agencyId: string; fileId: string }; Querystring: SignedQuery }>(
      '/files/:agencyId/:fileId/shared',
      { compress: false },
      async (request, reply) => {
        const { agencyId, fileId } = request.params;
        if (!(await this.isAllowed(request.url, request.query, agencyId, fileId))) return notFound(reply);
        const file = await this.ready(agencyId, fileId);
        if (!file) return notFound(reply);
        const [path, copy] = [this.store.pathOf(agencyId, fileId), this.store.sharedPathOf(agencyId, fileId)];
        if (!(await this.store.has(path))) return notFound(reply);
        return this.send(named(reply, file), await sharedCopy(path, copy, file.mime));
      },
    );
    fastify.get<{ Params: { agencyId: string; exportId: string }; Querystring: SignedQuery }>(
      '/files/:agencyId/exports/:exportId',
      { compress: false },
      async (request, reply) => {
        const { agencyId, exportId } = request.params;
        const holder = await this.holderOf(request.url, request.query, agencyId, exportId);
        const path = this.store.exportPathOf(agencyId, exportId);
        // Everything of an agency is handed to somebody by name, or not at all.
        if (typeof holder === 'boolean' || !(await this.store.has(path))) return notFound(reply);
        // Its other parts belong to the same download.
        if (/^(bytes=0-|$)/.test(request.headers.range ?? '')) await this.tellTakenOut(agencyId, exportId, holder);
        return this.send(named(reply, { name: `planerka-${exportId.slice(0, 8)}.zip`, mime: 'application/zip' }), path);
      },
    );
    fastify.get<{ Params: { agencyId: string; fileId: string; preview: string }; Querystring: SignedQuery }>(
      '/files/:agencyId/:fileId/:preview',
      { compress: false },
      async (request, reply) => {
        const { agencyId, fileId, preview } = request.params;
        const size = previewSizes.find((known) => preview === `${known}.webp`);
        if (!size || !(await this.isAllowed(request.url, request.query, agencyId, fileId))) return notFound(reply);
        return this.send(
          reply.type('image/webp'),
          this.store.previewPathOf(agencyId, fileId, size satisfies PreviewSize),
        );
      },
    );
  }

  private async send(reply: FastifyReply, path: string): Promise<FastifyReply> {
    if (!(await this.store.has(path))) return notFound(reply);
    // Whatever the bytes are, they never become a page of ours.
    reply.header('content-security-policy', "default-src 'none'; sandbox").header('x-content-type-options', 'nosniff');
    // What ends with its holder is asked for again each time, and answered by a 304.
    const isHeld = (reply.request.query as SignedQuery).h !== undefined;
    reply.header('cache-control', isHeld ? 'private, no-cache' : 'private, max-age=3600, immutable');
    return reply.sendFile(basename(path), dirname(path), { cacheControl: false, contentType: false });
  }

  private async tellTakenOut(agencyId: Id, exportId: Id, actor: Holder): Promise<void> {
    await this.unitOfWork.run({ agencyId }, (tx) => {
      tx.emit({
        type: 'agency.exportTaken',
        entity: { type: 'AgencyExport', id: exportId },
        actor,
        audience: { ownersOnly: true },
      });
      return Promise.resolve(ok(null));
    });
  }

  private ready(agencyId: string, fileId: string): Promise<NamedFile | undefined> {
    return this.reader.read({ agencyId }, (db) =>
      db
        .selectFrom('file')
        .select(['name', 'mime'])
        .where('agency_id', '=', agencyId)
        .where('id', '=', fileId)
        .where('state', '=', 'ready')
        .executeTakeFirst(),
    );
  }

  private async isAllowed(url: string, query: SignedQuery, agencyId: string, fileId: string): Promise<boolean> {
    return (await this.holderOf(url, query, agencyId, fileId)) !== false;
  }

  /** Who has this address: false where it opens nothing, true where it is nobody's by name. */
  private async holderOf(url: string, query: SignedQuery, agencyId: string, fileId: string): Promise<boolean | Holder> {
    const [path = ''] = url.split('?');
    if (!isId(agencyId) || !isId(fileId) || !this.urls.isValid(path, query)) return false;
    return query.h === undefined || this.holders.find(agencyId, query.h);
  }
}

interface NamedFile {
  readonly name: string;
  readonly mime: string;
}

/** Pictures and videos of a known kind are shown; whatever else it may say it is, is only to be kept. */
function named(reply: FastifyReply, { name, mime }: NamedFile): FastifyReply {
  const isShown = kindOf(mime) === 'image' || kindOf(mime) === 'video';
  const disposition = isShown ? 'inline' : 'attachment';
  reply.header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`);
  return reply.type(kindOf(mime) === null ? 'application/octet-stream' : mime);
}

const notFound = (reply: FastifyReply) =>
  reply.code(404).send({ message: 'There is no such file, or its address has expired' });
