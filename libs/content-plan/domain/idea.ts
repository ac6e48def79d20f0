import { requiredText } from '@planerka/platform/domain';
import { z } from 'zod';

/** Caught in two keystrokes: a text is enough. */
export const ideaSchema = z.strictObject({ text: requiredText('note') });
export type IdeaInput = z.output<typeof ideaSchema>;
