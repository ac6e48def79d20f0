import { custom, dayInput } from '@planerka/platform/domain';
import { z } from 'zod';
import { itemSchema } from '../item';
import { dayOffChoices } from './occurrences';
import { rhythmSchema } from './rhythm';

/** Two years of working days. */
const mostTimes = 500;

/** A series as a form or an API gives it: the words of each publication, and when. */
export const seriesSchema = itemSchema
  .omit({ publishOn: true })
  .extend({
    rhythm: rhythmSchema,
    startsOn: dayInput(),
    endsOn: dayInput().nullish(),
    times: z.int().min(1).max(mostTimes).nullish(),
    onDayOff: z.enum(dayOffChoices),
  })
  .superRefine(({ startsOn, endsOn, times }, context) => {
    if (endsOn == null) return;
    if (endsOn.toString() < startsOn.toString()) context.addIssue(custom('not_after_start', {}, ['endsOn']));
    if (times != null) context.addIssue(custom('one_end', {}, ['times']));
  });
export type SeriesInput = z.output<typeof seriesSchema>;
