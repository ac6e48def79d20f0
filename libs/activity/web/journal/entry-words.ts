import type { JournalEntry } from './journal-documents';
import { ru } from './locales/ru';

export type Told = keyof typeof ru.say;

/** The sentence of an action; one that has none is told by its own name. */
export function sentenceKey(action: string): Told {
  const key = action.replaceAll('.', '_');
  return Object.hasOwn(ru.say, key) ? (key as Told) : 'other';
}

const pages: Readonly<Record<string, (id: string) => string>> = {
  Task: (id) => `/tasks/${id}`,
  Client: (id) => `/clients/${id}`,
  Campaign: (id) => `/campaigns/${id}`,
  CasePage: (id) => `/cases/${id}`,
  Approval: (id) => `/approvals?show=all&approval=${id}`,
};

/** Where the thing itself is looked at, if it has a page. */
export const addressOf = ({ entityType, entityId }: JournalEntry): string | null =>
  pages[entityType]?.(entityId) ?? null;
