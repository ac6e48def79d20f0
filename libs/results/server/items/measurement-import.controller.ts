import {
  BadRequestException,
  ConflictException,
  Controller,
  Header,
  NotFoundException,
  Post,
  Query,
  Req,
  Res,
  UnprocessableEntityException,
} from '@nestjs/common';
import { memberOfRequest } from '@planerka/agency/server';
import { tableOf } from '@planerka/content-plan/server';
import { isId, parsePlainDate } from '@planerka/platform/domain';
import { ActorSources } from '@planerka/platform/server';
import { isMeasurementColumn, type MeasurementColumn } from '@planerka/results/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toMeasurementPreview, type MeasurementPreviewJson } from './measurement-preview.json';
import {
  MeasurementImportService,
  type MeasurementRefusal,
  type MeasurementsImported,
  type MeasurementWishes,
} from './measurement-import.service';

/** Figures as a file: bodies that GraphQL would only wrap into text. */
@Controller('api/results')
export class MeasurementImportController {
  constructor(
    private readonly sources: ActorSources,
    private readonly imports: MeasurementImportService,
  ) {}

  /**
   * Without `digest` it says what the file would write; with the digest of that answer it does exactly that.
   * `columns` are choices by hand: "0:link,3:views,4:" (the fifth column is not taken). `day` is as of when it counts, `channelId` whose
   * export it is, where its rows do not say.
   */
  @Post('measurements')
  @Header('cache-control', 'no-store')
  async import(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('clientId') clientId = '',
    @Query('columns') columns = '',
    @Query('day') day = '',
    @Query('channelId') channelId = '',
    @Query('digest') digest?: string,
  ): Promise<MeasurementPreviewJson | MeasurementsImported> {
    const viewer = await memberOfRequest(this.sources, request, ['results:write']);
    reply.status(200);
    const wishes = wishesIn(columns, day, channelId);
    const bytes = await tableOf(request.body);
    if (digest === undefined) {
      const preview = await this.imports.preview(viewer, clientId, bytes, wishes);
      if (!preview.ok) throw refused(preview.error);
      return toMeasurementPreview(preview.value);
    }
    const imported = await this.imports.apply(viewer, clientId, bytes, wishes, digest);
    if (!imported.ok) throw refused(imported.error);
    return imported.value;
  }
}

function wishesIn(columns: string, day: string, channelId: string): MeasurementWishes {
  const read = day === '' ? null : parsePlainDate(day);
  if (read && !read.ok) throw new BadRequestException({ code: 'not_a_date' });
  if (channelId !== '' && !isId(channelId)) throw new BadRequestException({ code: 'not_an_id' });
  return { columns: columnsIn(columns), day: read?.ok ? read.value : null, channelId: channelId || null };
}

function columnsIn(text: string): ReadonlyMap<number, MeasurementColumn | null> {
  const choices = new Map<number, MeasurementColumn | null>();
  for (const part of text === '' ? [] : text.split(',')) {
    const [, index, column = ''] = /^(\d{1,3}):(\w*)$/.exec(part) ?? [];
    const isColumn = isMeasurementColumn(column);
    if (index === undefined || (column !== '' && !isColumn)) throw new BadRequestException({ code: 'bad_columns' });
    choices.set(Number(index), isColumn ? column : null);
  }
  return choices;
}

function refused(refusal: MeasurementRefusal): Error {
  switch (refusal.kind) {
    case 'NotFound':
      return new NotFoundException({ code: 'not_found' });
    case 'BadFile':
      return new UnprocessableEntityException(refusal.refusal);
    case 'Changed':
      return new ConflictException({ code: 'plan_changed', preview: toMeasurementPreview(refusal.preview) });
  }
}
