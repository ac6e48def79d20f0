import {
  BadRequestException,
  Controller,
  Get,
  Header,
  NotFoundException,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { memberOfRequest } from '@planerka/agency/server';
import { isPlanColumn, type PlanColumn, type PlanPreview, type TableImported } from '@planerka/content-plan/domain';
import { parsePlainYearMonth, type PlainYearMonth } from '@planerka/platform/domain';
import { ActorSources } from '@planerka/platform/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tableRefused } from '../table/table-preview.json';
import { tableOf } from '../table/table-request';
import { tableTypes, type TableKind } from '../table/table-writer';
import { toPreviewJson, wishesIn } from './import-preview.json';
import { PlanExportService } from './plan-export.service';
import { PlanImportService } from './plan-import.service';

/** A plan as a file: bodies that GraphQL would only wrap into text. */
@Controller('api/plan')
export class PlanTransferController implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly sources: ActorSources,
    private readonly imports: PlanImportService,
    private readonly exports: PlanExportService,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // The handler takes the bytes under a limit of its own. Forms of other origins cannot send these types unasked.
    fastify.addContentTypeParser(Object.values(tableTypes), (_request, payload, done) => done(null, payload));
  }

  /**
   * Without `digest` it says what the file would do; with the digest of that answer it does exactly that.
   * `columns` are choices by hand: "0:date,3:title,4:" (the fifth column is not taken), over those of the last such file unless `anew`
   * is said. `skip` and `fresh` are rows, "2-40,57": left out, and added although they are like publications that are there.
   */
  @Post('import')
  @Header('cache-control', 'no-store')
  async import(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('clientId') clientId = '',
    @Query('columns') columns = '',
    @Query('skip') skip = '',
    @Query('fresh') fresh = '',
    @Query('anew') anew = '',
    @Query('digest') digest?: string,
  ): Promise<PlanPreview | TableImported> {
    const viewer = await memberOfRequest(this.sources, request, ['plan:write']);
    reply.status(200);
    const wishes = wishesIn({ columns, skip, fresh, anew });
    if (wishes === null) throw new BadRequestException({ code: 'bad_columns' });
    const bytes = await tableOf(request.body);
    if (digest === undefined) {
      const preview = await this.imports.preview(viewer, clientId, bytes, wishes);
      if (!preview.ok) throw tableRefused(preview.error, toPreviewJson);
      return toPreviewJson(preview.value);
    }
    const imported = await this.imports.apply(viewer, clientId, bytes, wishes, digest);
    if (!imported.ok) throw tableRefused(imported.error, toPreviewJson);
    return imported.value;
  }

  @Get('export')
  @Header('cache-control', 'no-store')
  async export(
    @Req() request: FastifyRequest,
    @Query('clientId') clientId = '',
    @Query('month') month?: string,
    @Query('format') format = 'xlsx',
    @Query('locale') locale = 'ru',
    @Query('columns') columns = '',
    @Query('look') look = '',
    @Query('pictures') pictures = '',
  ): Promise<StreamableFile> {
    const viewer = await memberOfRequest(this.sources, request, ['exports:read', 'plan:read']);
    const kind: TableKind = format === 'csv' ? 'csv' : 'xlsx';
    const exported = await this.exports.export(viewer, {
      clientId,
      month: monthIn(month),
      kind,
      locale: locale === 'en' ? 'en' : 'ru',
      columns: columnsIn(columns),
      isForReading: look === 'client',
      hasPictures: pictures !== '',
    });
    if (!exported.ok) throw new NotFoundException({ code: 'not_found' });
    const name = encodeURIComponent(`${exported.value.name}.${kind}`);
    return new StreamableFile(exported.value.bytes, {
      type: kind === 'csv' ? `${tableTypes.csv}; charset=utf-8` : tableTypes.xlsx,
      disposition: `attachment; filename="plan.${kind}"; filename*=UTF-8''${name}`,
    });
  }
}

/** "date,title,status" */
function columnsIn(text: string): readonly PlanColumn[] {
  const names = text === '' ? [] : text.split(',');
  if (!names.every(isPlanColumn)) throw new BadRequestException({ code: 'bad_columns' });
  return names;
}

function monthIn(text: string | undefined): PlainYearMonth | null {
  if (text === undefined) return null;
  const month = parsePlainYearMonth(text);
  if (!month.ok) throw new BadRequestException({ code: month.error.code });
  return month.value;
}
