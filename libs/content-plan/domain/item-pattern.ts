import { disciplines } from '@planerka/agency/domain';
import { networks, type Network } from '@planerka/clients/domain';
import { requiredLine, type Id } from '@planerka/platform/domain';
import { z } from 'zod';
import { itemFormats } from './item';

/**
 * A publication with its work, apart from any month: what a template keeps and what a series repeats. Days are those of
 * the one it was taken from; where it comes to stand follows from them (`rolledDay`, `rolledDueDay`), so that a template
 * is a month that can be repeated for ever. Of persons and their fees it knows nothing: those are of the time it is used.
 */
export const taskPatternSchema = z.object({
  /** Tells the tasks of a pattern apart. */
  key: z.string(),
  title: z.string(),
  discipline: z.enum(disciplines),
  estimatedMinutes: z.int().nullable(),
  wantsClientApproval: z.boolean(),
  /** "2026-12-08", where the agency is. */
  dueOn: z.string().nullable(),
  /** "18:00" */
  dueTime: z.string().nullable(),
  /** Keys of those that have to be done before. */
  after: z.array(z.string()),
  /** As the tasks' domain writes it. */
  brief: z.unknown(),
});
export type TaskPattern = z.output<typeof taskPatternSchema>;

export const itemPatternSchema = z.object({
  /** Tells the publications of a template apart. */
  key: z.string(),
  title: z.string(),
  idea: z.string(),
  format: z.enum(itemFormats),
  rubric: z.object({ id: z.string(), name: z.string(), colour: z.int() }).nullable(),
  channels: z.array(z.object({ id: z.string(), network: z.enum(networks) })),
  wantsClientApproval: z.boolean(),
  /** The day that the original stood on: "2026-12-08". */
  wasOn: z.string(),
  /** "12:00" */
  time: z.string(),
  tasks: z.array(taskPatternSchema),
});
export type ItemPattern = z.output<typeof itemPatternSchema>;

export const patternsSchema = z.array(itemPatternSchema);

export const templateKinds = ['item', 'month'] as const;
export type TemplateKind = (typeof templateKinds)[number];

export const templateNameSchema = z.strictObject({ name: requiredLine('name') });

/** What a client has for a pattern to stand on. */
export interface PatternGround {
  readonly rubrics: readonly { readonly id: Id; readonly name: string; readonly colour: number }[];
  readonly channels: readonly { readonly id: Id; readonly network: Network }[];
}

export interface Fitted {
  readonly rubric: { readonly id: Id; readonly colour: number } | null;
  readonly channelIds: readonly Id[];
  /** What this client does not have: a rubric by its name, networks. */
  readonly lacks: { readonly rubric: string | null; readonly networks: readonly Network[] };
}

/**
 * The pattern on a client's own rubrics and channels: the very ones it was made with where they are the client's, else
 * the rubric of the same name and the first channel of the same network.
 */
export function fitPattern({ rubric, channels }: ItemPattern, ground: PatternGround): Fitted {
  const named = rubric?.name.trim().toLocaleLowerCase();
  const ownRubric =
    ground.rubrics.find(({ id }) => id === rubric?.id) ??
    ground.rubrics.find(({ name }) => name.trim().toLocaleLowerCase() === named);
  const found = channels.map(({ id, network }) => ({
    network,
    channel:
      ground.channels.find((channel) => channel.id === id) ??
      ground.channels.find((channel) => channel.network === network),
  }));
  return {
    rubric: ownRubric ? { id: ownRubric.id, colour: ownRubric.colour } : null,
    channelIds: [...new Set(found.flatMap(({ channel }) => channel?.id ?? []))],
    lacks: {
      rubric: rubric && !ownRubric ? rubric.name : null,
      networks: [...new Set(found.flatMap(({ network, channel }) => (channel ? [] : network)))],
    },
  };
}
