import type { Discipline } from '@planerka/agency/domain';
import type { Finding, IssueParams } from '@planerka/platform/domain';
import type { BriefField } from '@planerka/tasks/domain';
import { useFormat, type Format } from '@planerka/platform/web';
import { useMemo } from 'react';
import { useT } from '../locales';

/** Words for what the domain's catalogues name: fields, options, findings. A spec sees to it that none is missing. */
export interface BriefWords {
  /** By path, with or without the indexes of a list: `slides.2.text` is told as «Слайды и текст». */
  field: (path: string) => string;
  /** Of a field of the catalogue: one path may mean two things in two professions. */
  label: (field: BriefField) => string;
  hint: (path: string) => string | undefined;
  option: (value: string) => string;
  finding: (finding: Pick<Finding, 'field' | 'code'> & { readonly params: unknown }) => string;
}

const taskFields = ['title', 'assigneeId', 'dueAt', 'estimatedMinutes', 'fee', 'startAfter'];

export function useBriefWords(): BriefWords {
  const t = useT();
  const format = useFormat();
  return useMemo(() => wordsOf(t as (key: string, params?: object) => string, format), [t, format]);
}

export function wordsOf(t: (key: string, params?: object) => string, format: Format): BriefWords {
  const lookUp = (key: string): string | undefined => {
    const text = t(key);
    return text === key ? undefined : text;
  };
  const field = (path: string): string => {
    const named = path.replace(/\.\d+(\..*)?$/, '');
    return taskFields.includes(named) ? t(`brief.fields.${named}`) : (lookUp(`field.${named}`) ?? named);
  };
  return {
    field,
    label: ({ path, kind }) => field(path === 'placements' && kind === 'lines' ? 'adPlacements' : path),
    hint: (path) => lookUp(`hint.${path}`),
    option: (value) => lookUp(`option.${value}`) ?? value,
    finding: ({ field: path, code, params }) =>
      t(`finding.${code}`, { field: field(path), ...worded(params as IssueParams, format) }),
  };
}

/** Sums, days and lists as people read them. */
function worded(params: IssueParams, format: Format): Record<string, string | number> {
  const currency = typeof params['currency'] === 'string' ? params['currency'] : 'RUB';
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (Array.isArray(value)) return [name, format.list(value)];
      if (moneyParams.has(name) && typeof value === 'string') return [name, format.money({ amount: value, currency })];
      if (name === 'publishAt' && typeof value === 'string') return [name, format.dateTime(value)];
      if ((name === 'from' || name === 'to') && typeof value === 'string') return [name, format.day(value)];
      return [name, typeof value === 'number' ? value : String(value)];
    }),
  );
}

const moneyParams = new Set(['missing', 'available', 'total']);

export const lower = (discipline: string): Discipline => discipline.toLowerCase() as Discipline;
