import { z } from 'zod';
import { itemPatternSchema, taskPatternSchema } from '../item-pattern';

/** Work of each turn; of whom it names, whoever can still do it when the turn is made does it. */
export const turnTaskSchema = taskPatternSchema.extend({ assigneeId: z.string().nullish() });
export type TurnTask = z.output<typeof turnTaskSchema>;

/** A series is of one client and goes on with the people it began with; a template is of no time and names nobody. */
export const seriesPatternSchema = itemPatternSchema.extend({ tasks: z.array(turnTaskSchema) });
export type SeriesPattern = z.output<typeof seriesPatternSchema>;
