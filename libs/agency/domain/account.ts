import { printable } from '@planerka/platform/domain';
import { z } from 'zod';

/** What people may change of themselves, whatever their role. */
export const profileInput = z.object({ name: printable().trim().min(1).max(200), locale: z.enum(['ru', 'en']) });
export type ProfileInput = z.infer<typeof profileInput>;
