import { graphql, Notice, readFragment, useFormat, type FragmentOf } from '@planerka/platform/web';
import { useT } from '../locales';
import { causeOf } from '../plan/plan-item';

export const RiskNotice_risk = graphql(`
  fragment RiskNotice_risk on ItemRisk {
    level
    cause
    expectedOn
    safeOn
    approvalDays
    isApprovalUsual
  }
`);

/** Why a publication may not make it, what was reckoned with, and what helps. */
export function RiskNotice({ risk: masked }: { risk: FragmentOf<typeof RiskNotice_risk> }) {
  const t = useT();
  const format = useFormat();
  const risk = readFragment(RiskNotice_risk, masked);
  const isLate = risk.level === 'LATE';
  const sentences = [
    `${t(`risk.cause.${causeOf(risk)}`)}.`,
    t('risk.expected', { day: format.dayLong(risk.expectedOn) }),
    risk.approvalDays !== null && t(risk.isApprovalUsual ? 'risk.usual' : 'risk.assumed', { count: risk.approvalDays }),
    t(isLate ? 'risk.speedUp' : 'risk.calmer', { safe: format.dayLong(risk.safeOn) }),
  ];
  return (
    <Notice tone={isLate ? 'danger' : 'warn'} title={t(isLate ? 'risk.late' : 'risk.tight')}>
      {sentences.filter(Boolean).join(' ')}
    </Notice>
  );
}
