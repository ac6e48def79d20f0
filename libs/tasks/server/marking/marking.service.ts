import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  err,
  isId,
  newId,
  ok,
  optionalLine,
  parseInput,
  Temporal,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  Reader,
  staleVersion,
  tables,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Statement,
  type Tx,
} from '@planerka/platform/server';
import {
  byUrgency,
  markedCreatives,
  noteChanged,
  type MarkedCreative,
  type MarkingState,
} from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { z } from 'zod';
import { readAd, type StoredNote } from './ad-sources';
import type { MarkAdInput, MarkedCreativeObject, MarkingRegisterObject } from './marking.object';
import { adItems, adTasks, type AdRow } from './register-read';

export interface RegisterFilter {
  readonly clientId?: Id | null;
  readonly states?: readonly MarkingState[] | null;
  /** Only what has no erid and has to have one. */
  readonly isMissing?: boolean | null;
}

const line = () => optionalLine('line').nullish();
const textsOf = z.object({ erid: line(), advertiser: line(), contract: line(), kktu: line() });

/** The register of marked advertising: read out of briefs and plan, with what people note of each creative. */
@Injectable()
export class MarkingService {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async register(viewer: CurrentMember, filter: RegisterFilter, first: number): Promise<MarkingRegisterObject> {
    const all = await this.whole(viewer, filter.clientId);
    const missing = all.filter(({ isMissing }) => isMissing);
    const found = all.filter(
      ({ state, isMissing }) =>
        (filter.states == null || filter.states.includes(state)) && (!filter.isMissing || isMissing),
    );
    return {
      creatives: found.slice(0, first),
      count: found.length,
      missing: missing.length,
      missingLaunched: missing.filter(({ isLaunched }) => isLaunched).length,
    };
  }

  /** Everything that the viewer sees of it, the most urgent first. */
  async whole(viewer: CurrentMember, clientId: Id | null | undefined): Promise<readonly MarkedCreativeObject[]> {
    const [tasks, items] = await this.reader.askAll<[AdRow, AdRow]>(viewer, [
      adTasks(viewer, { clientId: clientId ?? null }),
      adItems(viewer, { clientId: clientId ?? null }),
    ]);
    return [...tasks, ...items]
      .flatMap((row) => creativesOf(row, viewer))
      .toSorted((one, other) => byUrgency(sortable(one), sortable(other)));
  }

  mark(viewer: CurrentMember, input: MarkAdInput): Promise<Result<MarkedCreativeObject, CommandError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const row = await subjectOf(tx, viewer, input);
      if (!row || !mayMark(row, viewer)) return err(notFound(input.itemId == null ? 'Task' : 'ContentItem'));
      const { source, notes } = readAd(row.ad, row.isLaunched);
      const creative = markedCreatives(source, notes).find(({ key }) => key === input.key);
      if (!creative) return err(notFound('MarkedCreative'));
      const parsed = parseInput(textsOf, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const before = notes.find(({ key }) => key === input.key);
      if (input.expectedVersion !== (before?.version ?? 0)) return err(staleVersion(before?.version ?? 0));
      const given = Object.fromEntries(Object.entries(parsed.value).filter(([, text]) => text != null));
      const changed = noteChanged(creative, before, { ...given, ...(input.state != null && { state: input.state }) });
      if (!changed.ok) return err(invalidInput(changed.error));
      const note = {
        ...changed.value,
        id: before?.id ?? newId(),
        markedByName: viewer.name,
        markedAt: tx.at.toString(),
        version: (before?.version ?? 0) + 1,
      };
      write(tx, viewer, row, note);
      tell(tx, viewer, row, creative, note);
      const after = { ...row, ad: { ...row.ad, notes: [...notes.filter(({ key }) => key !== note.key), note] } };
      const marked = creativesOf(after, viewer).find(({ key }) => key === note.key);
      return marked ? ok(marked) : err(notFound('MarkedCreative'));
    });
  }
}

/** Locked, so that two who note the same creative come one after the other. */
async function subjectOf(tx: Tx, viewer: CurrentMember, { taskId, itemId }: MarkAdInput): Promise<AdRow | null> {
  const [table, id] = taskId == null ? ['content_item', itemId] : ['task', taskId];
  if (!isId(id) || (taskId != null && itemId != null)) return null;
  const lock: Statement = sql`
    SELECT 1 FROM ${sql.table(table)} WHERE agency_id = ${tx.agencyId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  const [, [row]] = await Promise.all([
    tx.query(lock),
    tx.query(table === 'task' ? adTasks(viewer, { taskId: id }) : adItems(viewer, { itemId: id })),
  ]);
  return row ?? null;
}

/** Whoever does the work has the erid first; whoever leads the client answers for it. */
const mayMark = ({ taskId, ...row }: AdRow, viewer: CurrentMember): boolean =>
  taskId === null ? can(viewer, 'item.edit', row) : can(viewer, 'task.edit', row) || can(viewer, 'task.submit', row);

function creativesOf(row: AdRow, viewer: CurrentMember): readonly MarkedCreativeObject[] {
  const { source, notes } = readAd(row.ad, row.isLaunched);
  const noteOf = new Map(notes.map((note) => [note.key, note]));
  const { taskId, itemId, clientId, clientName, title } = row;
  return markedCreatives(source, notes).map((creative) => {
    const note = noteOf.get(creative.key);
    return {
      ...creative,
      id: `${taskId ?? itemId}:${creative.key}`,
      ...{ taskId, itemId, clientId, clientName, title },
      startsOn: row.startsOn === null ? null : Temporal.PlainDate.from(row.startsOn),
      markedByName: note?.markedByName ?? null,
      markedAt: note ? Temporal.Instant.from(note.markedAt) : null,
      version: note?.version ?? 0,
      viewerCanMark: mayMark(row, viewer),
    };
  });
}

const sortable = ({ isMissing, isLaunched, startsOn }: MarkedCreativeObject) => ({
  isMissing,
  isLaunched,
  startsOn: startsOn?.toString() ?? null,
});

function write(tx: Tx, viewer: CurrentMember, { taskId, itemId }: AdRow, note: StoredNote): void {
  const { id, key, advertiser, contract, kktu, erid, state, markedByName, version } = note;
  const said = { advertiser, contract, kktu, erid, state, version };
  const by = { marked_by_id: viewer.memberId, marked_by_name: markedByName, marked_at: toDbInstant(tx.at) };
  tx.write(
    tables
      .insertInto('ad_marking')
      .values({ agency_id: tx.agencyId, id, task_id: taskId, item_id: itemId, key, ...said, ...by })
      .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doUpdateSet({ ...said, ...by })),
  );
}

function tell(tx: Tx, viewer: CurrentMember, row: AdRow, creative: MarkedCreative, note: StoredNote): void {
  const { taskId, itemId, clientId, squadId, campaignId, managerId, assigneeId, title } = row;
  const told = ({ advertiser, contract, kktu, erid, state }: MarkedCreative | StoredNote) => ({
    ...{ advertiser, contract, kktu, erid },
    marking: state,
  });
  tx.emit({
    type: 'ad.marked',
    entity: { type: taskId ? 'Task' : 'ContentItem', id: taskId ?? itemId ?? '' },
    actor: actorOf(viewer),
    audience: { clientId, squadId, memberIds: [managerId, assigneeId].filter((id) => id !== null) },
    related: { clientId, campaignId, ...(taskId && { taskId }), ...(itemId && { itemId }) },
    details: { title: creative.name ? `${title}: ${creative.name}` : title },
    changes: changesBetween(told(creative), given(told(note))),
  });
}

/** What the note leaves to the brief does not change. */
const given = (said: object): object =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '' && value !== null));
