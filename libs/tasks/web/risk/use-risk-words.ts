import { graphql, useFormat, type ResultOf } from '@planerka/platform/web';
import { useT } from '../locales';
import { useUntil } from '../page/duration';

export const TaskRisk_risk = graphql(`
  fragment TaskRisk_risk on TaskRisk @_unmask {
    code
    level
    at
    answer {
      days
      isUsual
      sendBy
      expectedOn
      publishOn
    }
  }
`);

export type ShownRisk = ResultOf<typeof TaskRisk_risk>;

export interface RiskWords {
  readonly text: string;
  /** What it was reckoned with; null where the words say it all. */
  readonly why: string | null;
}

/** What threatens a task, and why, in words. */
export function useRiskWords(): (risk: ShownRisk, state: string) => RiskWords {
  const t = useT();
  const format = useFormat();
  const until = useUntil();
  return ({ code, level, at, answer }, state) => {
    if (code !== 'CLIENT_NEEDS_TIME' || !answer) {
      const key = code === 'CLIENT_NEEDS_TIME' ? 'overdue' : (code.toLowerCase() as Lowercase<typeof code>);
      return {
        text: t(`page.risk.${key}`, { at: at ? format.relative(at) : '', until: at ? until(at) : '' }),
        why: null,
      };
    }
    const { days: count, isUsual, sendBy, expectedOn, publishOn } = answer;
    const why = t(isUsual ? 'page.risk.client.usual' : 'page.risk.client.assumed', {
      count,
      day: format.day(expectedOn),
      publish: format.day(publishOn),
    });
    if (state === 'CLIENT_REVIEW') return { text: t('page.risk.client.waits'), why };
    if (state !== 'IN_REVIEW') return { text: t('page.risk.client.workLate'), why };
    const text =
      level === 'DANGER' ? t('page.risk.client.sendNow') : t('page.risk.client.sendBy', { day: format.day(sendBy) });
    return { text, why };
  };
}
