import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { ideaTag, type IdeaState } from '@planerka/content-plan/domain';
import { isId, type Id } from '@planerka/platform/domain';
import {
  FilePresenter,
  pageSize,
  pageStart,
  Reader,
  toConnection,
  type Connection,
  type ReadTransaction,
} from '@planerka/platform/server';
import { sql } from 'kysely';
import { z } from 'zod';
import type { IdeaListArgs } from './idea.inputs';
import type { IdeaObject } from './idea.object';
import { ofClient, seenIdeas } from './seen-ideas';

const order = 'idea.newest';
const key = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class IdeasQuery {
  constructor(
    private readonly reader: Reader,
    private readonly files: FilePresenter,
  ) {}

  /** The newest first. */
  async list(viewer: CurrentMember, args: IdeaListArgs): Promise<Connection<IdeaObject>> {
    const first = pageSize(args);
    const after = pageStart(args, order, key);
    const { clientId, clientIds, rubricIds, authorIds } = args;
    const words = wordsOf(args.search ?? '');
    const tags = (args.tags ?? []).map(ideaTag);
    const isNobodys = clientId != null && !isId(clientId);
    const rows = isNobodys
      ? []
      : await this.reader.read(viewer, (db) =>
          withAll(db, viewer)
            .where(inState(args.state))
            .where(ofClient(clientId ?? null))
            .where((eb) => eb.and(words.map((word) => eb('idea.text', 'ilike', `%${word}%`))))
            .$if(tags.length > 0, (query) => query.where(sql<boolean>`idea.tags @> ${tags}::text[]`))
            .$if(isGiven(clientIds), (query) => query.where(oneOf('idea.client_id', clientIds)))
            .$if(isGiven(rubricIds), (query) => query.where(oneOf('idea.rubric_id', rubricIds)))
            .$if(isGiven(authorIds), (query) => query.where(oneOf('idea.created_by_id', authorIds)))
            .$if(after != null, (query) =>
              query.where(sql<boolean>`(idea.created_at, idea.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
            )
            .orderBy('idea.created_at', 'desc')
            .orderBy('idea.id', 'desc')
            .limit(first + 1)
            .execute(),
        );
    return toConnection(
      rows,
      first,
      order,
      (row) => [row.created_at.toISOString(), row.id],
      (row) => this.present(row, viewer),
    );
  }

  async idea(viewer: CurrentMember, id: Id): Promise<IdeaObject> {
    const row = await this.reader.read(viewer, (db) =>
      withAll(db, viewer).where('idea.id', '=', id).executeTakeFirstOrThrow(),
    );
    return this.present(row, viewer);
  }

  private present(row: IdeaRow, viewer: CurrentMember): IdeaObject {
    const { id, text, tags, url, version, file, rubric, publication } = row;
    return {
      ...{ id, text, tags, url, version, rubric, publication },
      picture: file && this.files.present(viewer.agencyId, file),
      clientId: row.client_id,
      clientName: row.client_name,
      itemId: publication?.id ?? null,
      authorId: row.created_by_id,
      authorName: row.author_name,
      createdAt: row.created_at,
      viewerCanArchive: can(viewer, 'idea.keep', { authorId: row.created_by_id, squadId: row.squad_id }),
      viewerCanPlan: row.squad_id !== null && can(viewer, 'plan.edit', { squadId: row.squad_id }),
    };
  }
}

/** As they are looked for: what a pattern means by itself means itself. Of a long text its beginning. */
const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, 200)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));

const isGiven = (ids: readonly string[] | null | undefined): boolean => (ids?.length ?? 0) > 0;

/** What is no id is nobody's. */
const oneOf = (column: string, ids: readonly string[] | null | undefined) =>
  sql<boolean>`${sql.ref(column)} = ANY(${(ids ?? []).filter(isId)}::uuid[])`;

const inState = (state: IdeaState) =>
  state === 'open'
    ? sql<boolean>`idea.archived_at IS NULL`
    : state === 'used'
      ? sql<boolean>`idea.archived_at IS NOT NULL AND used.id IS NOT NULL`
      : sql<boolean>`idea.archived_at IS NOT NULL AND idea.item_id IS NULL`;

const withAll = (db: ReadTransaction, viewer: CurrentMember) =>
  seenIdeas(db, viewer)
    .innerJoin('agency', 'agency.id', 'idea.agency_id')
    .leftJoin('file', (join) =>
      join.onRef('file.agency_id', '=', 'idea.agency_id').onRef('file.id', '=', 'idea.file_id'),
    )
    .select([
      'idea.id',
      'idea.text',
      'idea.tags',
      'idea.url',
      'idea.version',
      'idea.client_id',
      'client.name as client_name',
      'client.squad_id',
      'idea.created_by_id',
      'member.name as author_name',
      'idea.created_at',
      sql<
        IdeaRow['rubric']
      >`CASE WHEN rubric.id IS NOT NULL THEN json_build_object('id', rubric.id, 'clientId', rubric.client_id,
        'name', rubric.name, 'colour', rubric.colour, 'targetShare', rubric.target_share, 'version', rubric.version) END`.as(
        'rubric',
      ),
      sql<
        IdeaRow['file']
      >`CASE WHEN file.id IS NOT NULL THEN json_build_object('id', file.id, 'name', file.name, 'mime', file.mime,
        'state', file.state, 'size', file.size, 'width', file.width, 'height', file.height) END`.as('file'),
      sql<
        IdeaRow['publication']
      >`CASE WHEN used.id IS NOT NULL THEN json_build_object('id', used.id, 'clientId', used.client_id,
        'title', used.title, 'publishOn', (used.publish_at AT TIME ZONE agency.time_zone)::date) END`.as('publication'),
    ]);

interface IdeaRow {
  readonly id: Id;
  readonly text: string;
  readonly tags: string[];
  readonly url: string | null;
  readonly version: number;
  readonly client_id: Id | null;
  readonly client_name: string | null;
  readonly squad_id: Id | null;
  readonly created_by_id: Id;
  readonly author_name: string;
  readonly created_at: Date;
  readonly rubric: IdeaObject['rubric'];
  readonly file: Parameters<FilePresenter['present']>[1] | null;
  readonly publication: IdeaObject['publication'];
}
