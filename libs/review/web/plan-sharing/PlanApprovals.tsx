import {
  Card,
  CardHeader,
  Chip,
  IconCalendar,
  RiskChip,
  RowIcon,
  useFormat,
  useLanguage,
  WorkRow,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from './locales';
import { PlanApprovalsQuery, type PlanApproval } from './plan-sharing-documents';

/** Whole months that clients were asked about; nothing where there is none, or none to see. */
export function PlanApprovals() {
  const t = useT();
  const [{ data }] = useQuery({ query: PlanApprovalsQuery, requestPolicy: 'cache-and-network' });
  const months = data?.planApprovals ?? [];
  if (months.length === 0) return null;
  return (
    <Card label={t('months.title')} clip>
      <CardHeader title={t('months.title')} ruled />
      <ul>
        {months.map((month) => (
          <MonthRow key={month.id} asked={month} />
        ))}
      </ul>
    </Card>
  );
}

function MonthRow({ asked: { clientId, clientName, month, standing, ...asked } }: { asked: PlanApproval }) {
  const t = useT();
  const format = useFormat();
  const { language } = useLanguage();
  const named = language === 'ru' ? format.month(month).toLowerCase() : format.month(month);
  const isWaiting = standing === 'UNDECIDED' || standing === 'CHANGED';
  const decider = asked.asked.find(({ isFinal }) => isFinal)?.name;
  return (
    <WorkRow
      icon={
        <RowIcon tone={isWaiting ? 'client' : standing === 'APPROVED' ? 'done' : 'neutral'}>
          <IconCalendar />
        </RowIcon>
      }
      title={t('months.name', { client: clientName, month: named })}
      href={`/plan?client=${clientId}&month=${month}&share=1`}
      details={[
        t('months.items', { count: asked.items }),
        isWaiting && asked.agreed.length > 0 ? t('months.agreed', { names: format.list(asked.agreed) }) : null,
        asked.waiting.length > 0 ? t('months.waits', { names: format.list(asked.waiting) }) : null,
        decider && asked.asked.length > 1 ? t('months.final', { name: decider }) : null,
        asked.decidedBy && asked.decidedAt
          ? t('months.by', { name: asked.decidedBy, at: format.day(asked.decidedAt) })
          : null,
      ]}
      chip={
        asked.isOverdue ? (
          <RiskChip level="danger">{t('months.overdue')}</RiskChip>
        ) : isWaiting && asked.dueAt ? (
          <Chip tone="line">{t('months.due', { at: format.day(asked.dueAt) })}</Chip>
        ) : (
          <Chip tone={standing === 'APPROVED' ? 'done' : 'neutral'}>{t(`standing.${standing}`)}</Chip>
        )
      }
    />
  );
}
