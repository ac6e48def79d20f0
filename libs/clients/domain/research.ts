import { optionalText, requiredLine, webAddress } from '@planerka/platform/domain';
import { z } from 'zod';
import { researchKinds } from './client';

/** What briefs draw on: a competitor and what works for them, a portrait of the audience, a trend. */
export const researchSchema = z.strictObject({
  kind: z.enum(researchKinds),
  title: requiredLine('title'),
  body: optionalText('long').default(''),
  url: z.union([z.literal(''), webAddress()]).default(''),
});
export type ResearchInput = z.output<typeof researchSchema>;
