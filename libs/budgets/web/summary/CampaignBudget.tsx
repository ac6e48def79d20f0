import { Button } from '@mantine/core';
import {
  AppLink,
  Card,
  CardBody,
  CardHeader,
  Chip,
  EmptyState,
  graphql,
  IconWallet,
  SkeletonTable,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { Figures } from '../documents';
import { useT } from '../locales';
import { FiguresInOrder } from '../budget/BudgetFigures';

const CampaignBudgetQuery = graphql(
  `
    query CampaignBudget($campaignId: ID!) {
      budget(campaignId: $campaignId) {
        id
        viewerCanDecide
        viewerCanRequest
        figures {
          ...Figures
        }
        lines {
          id
        }
        revisions {
          id
          state
        }
      }
    }
  `,
  [Figures],
);

/** The campaign's money on the campaign's own page: the five figures, and the way to what they are made of. */
export function CampaignBudget({ campaignId }: { campaignId: string }) {
  const t = useT();
  const [{ data }] = useQuery({ query: CampaignBudgetQuery, variables: { campaignId } });
  if (!data) return <SkeletonTable rows={2} />;
  const { budget } = data;
  if (!budget) return null;
  const isWaiting = budget.revisions.some(({ state }) => state === 'REQUESTED');
  const open = (
    <Button size="xs" component={AppLink} href={`/budgets/${campaignId}`}>
      {t('ofCampaign.open')}
    </Button>
  );
  return (
    <Card label={t('budget.title')}>
      <CardHeader
        title={t('budget.title')}
        aside={
          <>
            {isWaiting && <Chip tone="warn">{t('list.waiting')}</Chip>}
            {budget.lines.length > 0 && open}
          </>
        }
        ruled
      />
      {budget.lines.length > 0 ? (
        <CardBody>
          <FiguresInOrder figures={budget.figures} />
        </CardBody>
      ) : (
        <EmptyState
          title={t('budget.empty')}
          icon={<IconWallet />}
          action={
            budget.viewerCanRequest || isWaiting ? (
              <Button component={AppLink} href={`/budgets/${campaignId}`}>
                {isWaiting ? t('ofCampaign.open') : t('budget.first')}
              </Button>
            ) : null
          }
        >
          {t(budget.viewerCanDecide ? 'budget.emptyOwner' : 'budget.emptyText')}
        </EmptyState>
      )}
    </Card>
  );
}
