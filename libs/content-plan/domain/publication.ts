import { custom, isWebAddress, textLimits } from '@planerka/platform/domain';
import { z } from 'zod';

/** Where it went out; '' where nobody keeps the address. */
export const publicationAddress = z.strictObject({
  url: z
    .string()
    .trim()
    .max(textLimits.url)
    .superRefine((url, context) => {
      if (url !== '' && !isWebAddress(url)) context.addIssue(custom('not_a_url'));
    }),
});
