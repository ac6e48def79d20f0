import { Field, Float, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { can } from '@planerka/agency/domain';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import {
  DateTimeScalar,
  FileUrls,
  graphqlEnum,
  NotFound,
  Reader,
  resultUnion,
  toResult,
} from '@planerka/platform/server';
import { AgencyExports, keptDays } from './agency-exports.service';

const states = ['waiting', 'ready', 'failed'] as const;
const AgencyExportStateEnum = graphqlEnum('AgencyExportState', states);

@ObjectType('AgencyExport', { description: 'Everything of the agency as one ZIP: JSON, a workbook, and the files.' })
export class AgencyExportObject {
  @Field(() => ID)
  id!: string;

  @Field(() => AgencyExportStateEnum)
  state!: (typeof states)[number];

  @Field()
  requestedByName!: string;

  @Field(() => DateTimeScalar)
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'It is deleted then.' })
  expiresAt!: Date;

  @Field(() => Float, { nullable: true, description: 'Bytes.' })
  size!: number | null;

  @Field(() => String, { nullable: true, description: 'The ZIP; good for one to two hours. Null until it is ready.' })
  url!: string | null;
}

@ObjectType()
export class AgencyExportSuccess {
  @Field(() => [AgencyExportObject])
  exports!: readonly AgencyExportObject[];
}

export const RequestAgencyExportResult = resultUnion('RequestAgencyExportResult', [AgencyExportSuccess, NotFound]);

@Resolver()
export class AgencyExportsResolver {
  constructor(
    private readonly exports: AgencyExports,
    private readonly reader: Reader,
    private readonly urls: FileUrls,
  ) {}

  @Query(() => [AgencyExportObject], { description: 'The latest first. Empty for everybody but owners.' })
  async agencyExports(@Viewer() viewer: CurrentMember): Promise<AgencyExportObject[]> {
    if (!can(viewer, 'agency.export')) return [];
    const rows = await this.reader.read(viewer, (db) =>
      db
        .selectFrom('agency_export')
        .selectAll()
        .where('agency_id', '=', viewer.agencyId)
        .orderBy('requested_at', 'desc')
        .limit(20)
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      state: row.state,
      requestedByName: row.requested_by_name,
      requestedAt: row.requested_at,
      expiresAt: new Date(row.requested_at.getTime() + keptDays * 86_400_000),
      size: row.size === null ? null : Number(row.size),
      url: row.state === 'ready' ? this.urls.export(viewer.agencyId, row.id, viewer.memberId) : null,
    }));
  }

  @Mutation(() => RequestAgencyExportResult, {
    description: 'It is made in the background; ask `agencyExports` for it.',
  })
  async requestAgencyExport(@Viewer() viewer: CurrentMember) {
    const result = await this.exports.request(viewer);
    const exports = await this.agencyExports(viewer);
    return toResult('AgencyExportSuccess', result, () => ({ exports }));
  }
}
