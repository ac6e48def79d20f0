import { isId, requiredLine, type Id } from '@planerka/platform/domain';
import { z } from 'zod';

/** Pages whose choices can be kept under a name. */
export const viewedPages = ['plan', 'tasks'] as const;
export type ViewedPage = (typeof viewedPages)[number];

/** Views that one person keeps of one page: more are no help in finding one. */
export const maxOwnViews = 50;

/** A page's choice under a name; `shown` is what that page can be asked to show. */
export const savedViewSchema = <Shown extends z.ZodType>(shown: Shown) =>
  z.strictObject({
    name: requiredLine('name'),
    /** With the agency's managers; else it is its author's alone. */
    isShared: z.boolean().default(false),
    /** Whom it is of; null where it is for whichever client is open, or for all. */
    clientId: z
      .string()
      .refine(isId, { params: { code: 'not_an_id' } })
      .nullable()
      .default(null),
    shown,
  });

export interface SavedViewInput<Shown> {
  readonly name: string;
  readonly isShared: boolean;
  readonly clientId: Id | null;
  readonly shown: Shown;
}
