import { Injectable } from '@nestjs/common';
import { canHear, changesViewer, type MemberViewer } from '@planerka/agency/domain';
import { monthsOfItem } from '@planerka/content-plan/domain';
import {
  EventBus,
  LiveStream,
  partsOf,
  type DispatchedEvent,
  type EventPart,
  type Telling,
} from '@planerka/platform/server';
import type { HappeningObject } from './happening.object';

/** What a viewer may hear, as it is dispatched on this node. */
@Injectable()
export class Happenings {
  private readonly tellings = new WeakMap<DispatchedEvent, Telling>();

  constructor(private readonly bus: EventBus) {}

  of(viewer: MemberViewer): LiveStream {
    return new LiveStream((listener) =>
      this.bus.listen(viewer.agencyId, (event) => {
        if (canHear(viewer, event.audience)) listener.tell(this.tellingOf(event));
        if (changesViewer(viewer, event)) listener.comeAgain();
      }),
    );
  }

  /** One for all who may hear of it, so that it is written out once. */
  private tellingOf(event: DispatchedEvent): Telling {
    let telling = this.tellings.get(event);
    if (!telling) {
      const happened = toHappening(event);
      telling = { root: { happened }, sameness: JSON.stringify({ ...happened, id: null, at: null }) };
      this.tellings.set(event, telling);
    }
    return telling;
  }
}

const toHappening = (event: DispatchedEvent): HappeningObject => ({
  ...ofOne(partsOf(event)[0] ?? event),
  id: event.id,
  also: [...new Set((event.parts ?? []).flatMap(keysOf))],
  months: monthsOf(partsOf(event)),
});

/** A month's page begins with the week of its first day and ends with that of its last one. */
const weekHours = 8 * 24;

/** None where one of them may be of any month. */
function monthsOf(events: readonly DispatchedEvent[]): readonly string[] {
  const each = events.map((event) => (event.entity.type === 'ContentItem' ? [...monthsOfItem(event, weekHours)] : []));
  return each.every(({ length }) => length > 0) ? [...new Set(each.flat())] : [];
}

/** As the browser's cache calls them. */
const keysOf = ({ entity, related = {} }: EventPart): readonly string[] => [
  `${entity.type}:${entity.id}`,
  ...Object.entries(related).flatMap(([name, id]) => (id && relatedTypes[name] ? `${relatedTypes[name]}:${id}` : [])),
];

const relatedTypes: Readonly<Record<string, string>> = {
  taskId: 'Task',
  itemId: 'ContentItem',
  campaignId: 'Campaign',
};

const ofOne = ({
  id,
  type,
  entity,
  actor,
  audience,
  related = {},
  at,
}: DispatchedEvent): Omit<HappeningObject, 'also' | 'months'> => ({
  id,
  type,
  entityType: entity.type,
  entityId: entity.id,
  clientId: audience.clientId ?? null,
  campaignId: related['campaignId'] ?? null,
  itemId: related['itemId'] ?? null,
  taskId: related['taskId'] ?? null,
  actorId: actor.memberId,
  actorName: actor.name,
  at,
});
