import { useFormat, type Format, type MoneyValue, type Text } from '@planerka/platform/web';
import { useMemo } from 'react';
import type { JournalEntry } from './journal-documents';
import { useT } from './locales';
import { ru } from './locales/ru';

type T = Text<typeof ru>;

/** Fields whose values are words of the product; what people wrote themselves is never taken for one. */
const isWorded =
  /^(state|status|role|disciplines?|employment|silencePolicy|approvalMode|network|format|kind|decision|mode|unit|deliverableType|goal|category|visibility|locale|address|layout|groupedBy|sortedBy|hiddenColumns|metricColumns|statuses)$/;

/** How an entry’s changes read: fields in words, sums, days and instants as people write them, people and things by name. */
export function useChangeWords(names: JournalEntry['names']) {
  const t = useT();
  const format = useFormat();
  return useMemo(() => {
    const called = new Map(names.map(({ id, name }) => [id, name]));
    return {
      fieldText: (field: string): string => fieldText(field, t, format),
      valueText: (field: string, value: unknown): string => {
        const name = field.split('.').at(-1) ?? '';
        const tell = (one: unknown): string => {
          if (one === null || one === undefined || one === '') return t('nothing');
          if (one === true) return t('yes');
          if (one === false) return t('no');
          if (Array.isArray(one)) return one.length === 0 ? t('nothing') : one.map(tell).join(', ');
          if (typeof one === 'number') return format.number(one);
          if (typeof one !== 'string') return isMoney(one) ? format.money(one) : JSON.stringify(one);
          if (isWorded.test(name)) return valueWord(one, t) ?? one;
          return called.get(one) ?? whenText(one, format) ?? one;
        };
        return tell(value);
      },
    };
  }, [names, t, format]);
}

/** A code of ours in words; people’s own words as they are. */
export const reasonText = (reason: string, t: T): string =>
  Object.hasOwn(ru.reasons, reason) ? t(`reasons.${reason as keyof typeof ru.reasons}`) : reason;

const valueWord = (value: string, t: T): string | null =>
  Object.hasOwn(ru.values, value) ? t(`values.${value as keyof typeof ru.values}`) : null;

const fieldWord = (part: string, t: T): string | null =>
  Object.hasOwn(ru.fields, part) ? t(`fields.${part as keyof typeof ru.fields}`) : null;

/** `lines.copy.2026-11`: «статьи › тексты › ноябрь 2026»; what has no words of ours keeps its own. */
function fieldText(field: string, t: T, format: Format): string {
  // What a brief or a brand profile holds stands in the row’s `data`.
  const parts = field.split('.').filter((part, index, all) => part !== 'data' || index > 0 || all.length === 1);
  return parts
    .map((part, index) => {
      const word = parts[0] === 'lines' && index > 0 ? valueWord(part, t) : fieldWord(part, t);
      return word ?? whenText(part, format) ?? valueWord(part, t) ?? part;
    })
    .join(' › ');
}

function whenText(text: string, format: Format): string | null {
  if (/^\d{4}-\d{2}$/.test(text)) return format.month(`${text}-01`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.day(text);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? format.dateTime(text) : null;
}

const isMoney = (value: unknown): value is MoneyValue =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
