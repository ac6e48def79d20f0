import { Readable } from 'node:stream';
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
import { memberOfRequest, tellTakenOut } from '@planerka/agency/server';
import { parsePlainDate, type PlainDate } from '@planerka/platform/domain';
import { ActorSources, UnitOfWork } from '@planerka/platform/server';
import { stringify, type Stringifier } from 'csv-stringify';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AuditChange, AuditEntryObject, AuditName } from './audit.object';
import { AuditQuery } from './audit.query';

/** The audit log as a file for spreadsheets, with each entry's place and hash: kept elsewhere, it proves what the log said. */
@Controller('api/audit')
export class AuditExportController {
  constructor(
    private readonly sources: ActorSources,
    private readonly audit: AuditQuery,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get('log.csv')
  @Header('cache-control', 'no-store')
  async log(@Req() request: FastifyRequest, @Query() query: Readonly<Record<string, string>>): Promise<StreamableFile> {
    const viewer = await memberOfRequest(this.sources, request, ['exports:read', 'agency:read']);
    if (viewer.role === 'specialist') throw new NotFoundException({ code: 'not_found' });
    const { clientId, memberId, entityId, actions, from, to, locale } = query;
    const filter = {
      clientId: clientId || null,
      memberId: memberId || null,
      entityId: entityId || null,
      actions: actions ? actions.split(',') : null,
      from: dayIn(from),
      to: dayIn(to),
    };
    await tellTakenOut(this.unitOfWork, viewer, {
      type: 'agency.logExported',
      entity: { type: 'Agency', id: viewer.agencyId },
      audience: { ownersOnly: true },
    });
    const rows = this.audit.all(viewer, filter);
    const name = locale === 'en' ? 'audit-log' : 'журнал';
    return new StreamableFile(csvOf(rows, locale === 'en' ? 'en' : 'ru'), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="audit-log.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
    });
  }
}

function dayIn(text: string | undefined): PlainDate | null {
  if (!text) return null;
  const day = parsePlainDate(text);
  if (!day.ok) throw new BadRequestException({ code: day.error.code });
  return day.value;
}

type Locale = 'ru' | 'en';

const columns: readonly (readonly [
  ru: string,
  en: string,
  value: (entry: AuditEntryObject) => string | number | null,
])[] = [
  ['Номер', 'Number', ({ sequence }) => sequence],
  ['Когда (UTC)', 'When (UTC)', ({ at }) => at.toISOString()],
  ['Кто', 'Who', ({ actorName }) => actorName],
  ['Действие', 'Action', ({ action }) => action],
  ['Что', 'What', ({ entityType }) => entityType],
  ['Название', 'Title', ({ title }) => title],
  ['Клиент', 'Client', ({ clientName }) => clientName],
  ['Причина', 'Reason', ({ reason }) => reason],
  ['Изменения', 'Changes', ({ changes, names }) => changes.map((change) => changeText(change, names)).join('\n')],
  ['Адрес', 'Address', ({ address }) => address],
  ['Устройство', 'Device', ({ device }) => device],
  ['Ключ API', 'API token', ({ tokenName }) => tokenName],
  ['Идентификатор', 'Id', ({ entityId }) => entityId],
  ['Хеш', 'Hash', ({ hash }) => hash],
];

const changeText = ({ field, from, to }: AuditChange, names: readonly AuditName[]): string =>
  `${field}: ${valueText(from, names)} → ${valueText(to, names)}`;

const sum = z.strictObject({ amount: z.string(), currency: z.string() });

function valueText(value: unknown, names: readonly AuditName[]): string {
  if (value === null) return '—';
  if (typeof value === 'string') return names.find(({ id }) => id === value)?.name ?? value;
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map((one) => valueText(one, names)).join(', ');
  const money = sum.safeParse(value);
  return money.success ? `${money.data.amount} ${money.data.currency}` : JSON.stringify(value);
}

/** With a byte order mark, by which spreadsheets know UTF-8; what they would take for a formula is made a text. */
function csvOf(entries: AsyncIterable<AuditEntryObject>, locale: Locale): Readable {
  const lines = Readable.from(linesOf(entries, locale));
  return lines.compose<Stringifier>(stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' }));
}

async function* linesOf(entries: AsyncIterable<AuditEntryObject>, locale: Locale) {
  yield columns.map(([ru, en]) => (locale === 'ru' ? ru : en));
  for await (const entry of entries) yield columns.map(([, , value]) => value(entry) ?? '');
}
