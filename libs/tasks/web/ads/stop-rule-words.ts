import { useFormat } from '@planerka/platform/web';
import { isFloor, type StopRule } from '@planerka/tasks/domain';
import { useBriefWords } from '../brief/brief-words';
import { useT } from './locales';

/** «CPL выше 900 ₽ после 3 000 ₽ — выключаем объявление». */
export function useStopRuleWords(): (rule: StopRule) => string {
  const t = useT();
  const format = useFormat();
  const words = useBriefWords();
  return ({ metric, value, afterSpend, note }) => {
    if (metric === null) return note;
    const parts = {
      metric: words.option(metric).replace(/, %$/, ''),
      side: t(isFloor(metric) ? 'stop.below' : 'stop.above'),
      value: value === null ? '…' : shown(metric, value),
    };
    const sentence =
      afterSpend === null
        ? t('stop.sentence', parts)
        : t('stop.sentenceAfter', { ...parts, spent: format.money({ amount: afterSpend, currency: 'RUB' }) });
    return note ? `${sentence} — ${note}` : sentence;
  };

  function shown(metric: string, value: string): string {
    const number = format.number(Number(value), { maximumFractionDigits: 4 });
    if (metric === 'ctr') return `${number} %`;
    return metric === 'roas' ? number : `${number} ₽`;
  }
}
