import type { Text } from '@planerka/platform/web';
import type { JournalEntry } from './journal-documents';
import { ru } from './locales/ru';

type T = Text<typeof ru>;

export type Told = keyof typeof ru.say;

/** The sentence of an action; one that has none is told by its own name. */
export function sentenceKey(action: string): Told {
  const key = action.replaceAll('.', '_');
  return Object.hasOwn(ru.say, key) ? (key as Told) : 'other';
}

/** `audience.pains` by its last known word; what has no words of ours keeps its own. */
export function fieldText(field: string, t: T): string {
  return field
    .split('.')
    .filter((part, index, parts) => parts.length === 1 || part !== 'data' || index > 0)
    .map((part) => (Object.hasOwn(ru.fields, part) ? t(`fields.${part as keyof typeof ru.fields}`) : part))
    .join(' › ');
}

export function valueText(value: unknown, t: T): string {
  if (value === null || value === undefined || value === '') return t('nothing');
  if (value === true) return t('yes');
  if (value === false) return t('no');
  if (Array.isArray(value)) return value.length === 0 ? t('nothing') : value.map((one) => valueText(one, t)).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
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
