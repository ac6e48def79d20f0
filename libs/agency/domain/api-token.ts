import { custom, printable } from '@planerka/platform/domain';
import { z } from 'zod';
import { isTokenScope, type TokenScope } from './token-scope';

/** A key that lasts for ever is one that nobody looks after. */
export const tokenLifetimes = [7, 30, 90, 365] as const;

/** Programs of one person: enough, and a list that can be looked over. */
export const maxTokens = 20;

export const apiToken = z.object({
  name: printable().trim().min(1).max(80),
  scopes: z
    .array(z.string())
    .min(1)
    .transform((scopes, context): TokenScope[] => {
      const known = [...new Set(scopes)].filter(isTokenScope);
      if (known.length < new Set(scopes).size) context.addIssue(custom('unknown_scope'));
      return known.toSorted();
    }),
  expiresInDays: z.number().int().min(1).max(365),
});

export type NewApiToken = z.infer<typeof apiToken>;
