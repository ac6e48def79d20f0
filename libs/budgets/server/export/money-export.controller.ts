import {
  BadRequestException,
  Controller,
  Get,
  Header,
  NotFoundException,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { memberOfRequest } from '@planerka/agency/server';
import { parsePlainYearMonth, type PlainYearMonth } from '@planerka/platform/domain';
import { ActorSources } from '@planerka/platform/server';
import type { FastifyRequest } from 'fastify';
import type { ExportLocale } from './export-words';
import { MoneyExportService, type ExportedFile } from './money-export.service';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Money as a file. What a viewer may not see is no file, as it is no page. */
@Controller('api/money')
export class MoneyExportController {
  constructor(
    private readonly sources: ActorSources,
    private readonly exports: MoneyExportService,
  ) {}

  @Get('budget')
  @Header('cache-control', 'no-store')
  async budget(
    @Req() request: FastifyRequest,
    @Query('campaignId') campaignId = '',
    @Query('locale') locale = 'ru',
  ): Promise<StreamableFile> {
    const viewer = await memberOfRequest(this.sources, request, ['exports:read', 'money:read']);
    return fileOf('budget', await this.exports.budget(viewer, campaignId, localeIn(locale)));
  }

  @Get('overview')
  @Header('cache-control', 'no-store')
  async overview(
    @Req() request: FastifyRequest,
    @Query('month') month?: string,
    @Query('quarter') quarter?: string,
    @Query('locale') locale = 'ru',
  ): Promise<StreamableFile> {
    const viewer = await memberOfRequest(this.sources, request, ['exports:read', 'money:read']);
    const exported = await this.exports.overview(viewer, monthIn(month), quarter === 'true', localeIn(locale));
    return fileOf('overview', exported);
  }
}

const localeIn = (locale: string): ExportLocale => (locale === 'en' ? 'en' : 'ru');

function monthIn(text: string | undefined): PlainYearMonth | null {
  if (text === undefined) return null;
  const month = parsePlainYearMonth(text);
  if (!month.ok) throw new BadRequestException({ code: month.error.code });
  return month.value;
}

function fileOf(plainName: string, file: ExportedFile | null): StreamableFile {
  if (!file) throw new NotFoundException({ code: 'not_found' });
  return new StreamableFile(file.bytes, {
    type: xlsx,
    disposition: `attachment; filename="${plainName}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${file.name}.xlsx`)}`,
  });
}
