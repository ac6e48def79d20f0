import { Controller, Get, Header, NotFoundException, Query, Req, StreamableFile } from '@nestjs/common';
import { memberOfRequest, tellTakenOut } from '@planerka/agency/server';
import { tableTypes, writeTableFile, type TableKind } from '@planerka/content-plan/server';
import { isId } from '@planerka/platform/domain';
import { ActorSources, UnitOfWork } from '@planerka/platform/server';
import type { FastifyRequest } from 'fastify';
import type { MarkedCreativeObject } from './marking.object';
import { MarkingService } from './marking.service';
import { markingWords, type MarkingLocale } from './marking-words';

/** The register as a file: what the page shows, all of it, in its order. */
@Controller('api/marking')
export class MarkingExportController {
  constructor(
    private readonly sources: ActorSources,
    private readonly marking: MarkingService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get('export')
  @Header('cache-control', 'no-store')
  async export(
    @Req() request: FastifyRequest,
    @Query('clientId') clientId?: string,
    @Query('format') format = 'xlsx',
    @Query('locale') locale = 'ru',
  ): Promise<StreamableFile> {
    const viewer = await memberOfRequest(this.sources, request, ['exports:read', 'tasks:read']);
    if (clientId !== undefined && !isId(clientId)) throw new NotFoundException({ code: 'not_found' });
    const creatives = await this.marking.whole(viewer, clientId ?? null);
    // Nothing of a client that is another's, and nothing to save: the same answer.
    if (creatives.length === 0) throw new NotFoundException({ code: 'not_found' });
    await tellTakenOut(this.unitOfWork, viewer, {
      type: 'ad.registerExported',
      entity: clientId === undefined ? { type: 'Agency', id: viewer.agencyId } : { type: 'Client', id: clientId },
      audience: clientId === undefined ? { ownersOnly: true } : { clientId },
      ...(clientId !== undefined && { related: { clientId } }),
    });
    const kind: TableKind = format === 'csv' ? 'csv' : 'xlsx';
    const language: MarkingLocale = locale === 'en' ? 'en' : 'ru';
    const { title, header } = markingWords[language];
    const rows = [header, ...creatives.map((creative) => rowOf(creative, language))];
    const name = encodeURIComponent(`${title}.${kind}`);
    return new StreamableFile(await writeTableFile(rows, kind, title), {
      type: kind === 'csv' ? `${tableTypes.csv}; charset=utf-8` : tableTypes.xlsx,
      disposition: `attachment; filename="marking.${kind}"; filename*=UTF-8''${name}`,
    });
  }
}

const rowOf = (creative: MarkedCreativeObject, language: MarkingLocale): readonly string[] => [
  creative.clientName,
  creative.title,
  creative.name,
  creative.startsOn?.toString() ?? '',
  creative.advertiser,
  creative.inn,
  creative.contract,
  creative.kktu,
  creative.erid,
  markingWords[language].state[creative.state],
  creative.markedByName ?? '',
  creative.markedAt?.toString({ smallestUnit: 'minute' }) ?? '',
];
