import { BadRequestException, Controller, Header, Post, Query, Req, Res } from '@nestjs/common';
import { memberOfRequest } from '@planerka/agency/server';
import type { TableImported } from '@planerka/content-plan/domain';
import { choicesIn, tableOf, tableRefused } from '@planerka/content-plan/server';
import { isId, parsePlainDate } from '@planerka/platform/domain';
import { ActorSources } from '@planerka/platform/server';
import { isMeasurementColumn, type MeasurementPreview } from '@planerka/results/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toMeasurementPreview } from './measurement-preview.json';
import { MeasurementImportService, type MeasurementWishes } from './measurement-import.service';

/** Figures as a file: bodies that GraphQL would only wrap into text. */
@Controller('api/results')
export class MeasurementImportController {
  constructor(
    private readonly sources: ActorSources,
    private readonly imports: MeasurementImportService,
  ) {}

  /**
   * Without `digest` it says what the file would write; with the digest of that answer it does exactly that.
   * `columns` are choices by hand: "0:link,3:views,4:" (the fifth column is not taken), over those of the last such table unless `anew` is
   * said. `day` is as of when it counts, `channelId` whose export it is, where its rows do not say.
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
    @Query('anew') anew = '',
    @Query('digest') digest?: string,
  ): Promise<MeasurementPreview | TableImported> {
    const viewer = await memberOfRequest(this.sources, request, ['results:write']);
    reply.status(200);
    const wishes = wishesIn({ columns, day, channelId, anew });
    const bytes = await tableOf(request.body);
    if (digest === undefined) {
      const preview = await this.imports.preview(viewer, clientId, bytes, wishes);
      if (!preview.ok) throw tableRefused(preview.error, toMeasurementPreview);
      return toMeasurementPreview(preview.value);
    }
    const imported = await this.imports.apply(viewer, clientId, bytes, wishes, digest);
    if (!imported.ok) throw tableRefused(imported.error, toMeasurementPreview);
    return imported.value;
  }
}

function wishesIn({
  columns,
  day,
  channelId,
  anew,
}: Readonly<Record<'columns' | 'day' | 'channelId' | 'anew', string>>): MeasurementWishes {
  const choices = choicesIn(columns, isMeasurementColumn);
  if (!choices) throw new BadRequestException({ code: 'bad_columns' });
  const read = day === '' ? null : parsePlainDate(day);
  if (read && !read.ok) throw new BadRequestException({ code: 'not_a_date' });
  if (channelId !== '' && !isId(channelId)) throw new BadRequestException({ code: 'not_an_id' });
  return { columns: choices, isAnew: anew !== '', day: read?.ok ? read.value : null, channelId: channelId || null };
}
