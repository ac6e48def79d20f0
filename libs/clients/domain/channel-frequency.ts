import { custom, isId, monthInput } from '@planerka/platform/domain';
import { z } from 'zod';

/** Far more than anybody publishes on one channel in a month. */
export const mostItemsOnChannel = 500;

/** How many publications a month were agreed, channel by channel, from a month on. None stands for nothing agreed. */
export const channelFrequenciesSchema = z.strictObject({
  validFrom: monthInput(),
  channels: z
    .array(
      z.strictObject({
        channelId: z.string().refine(isId, custom('not_an_id')),
        items: z.number().int().min(0).max(mostItemsOnChannel),
      }),
    )
    .min(1)
    .max(100)
    .superRefine((channels, context) => {
      channels.forEach(({ channelId }, index) => {
        const isRepeated = channels.findIndex((channel) => channel.channelId === channelId) < index;
        if (isRepeated) context.addIssue(custom('duplicate', {}, [index, 'channelId']));
      });
    }),
});
export type ChannelFrequenciesInput = z.output<typeof channelFrequenciesSchema>;
