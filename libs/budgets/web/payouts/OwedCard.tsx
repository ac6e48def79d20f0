import { Button, Checkbox } from '@mantine/core';
import { Avatar, Card, CardBody, CardHeader, graphql, MoneyText, useCommand, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import { sumOf } from '../budget/sum-of';
import type { Payout } from '../documents';
import { useT } from '../locales';
import classes from './payouts.module.css';
import { Works } from './Works';

const PreparePayoutsMutation = graphql(`
  mutation PreparePayouts($input: PreparePayoutsInput!) {
    preparePayouts(input: $input) {
      __typename
    }
  }
`);

interface Payables {
  id: string;
  memberId: string;
  memberName: string;
  employment: Payout['employment'];
  viewerCanPrepare: boolean;
  total: { amount: string; currency: string };
  works: Payout['works'];
}

export function OwedCard({
  payables,
  isPrimary,
  onChange,
}: {
  payables: readonly Payables[];
  isPrimary: boolean;
  onChange: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const offered = payables.filter(({ viewerCanPrepare }) => viewerCanPrepare);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [prepare, isRunning] = useCommand(PreparePayoutsMutation, { onReload: onChange });
  const chosen = offered.filter(({ memberId }) => !left.has(memberId));
  const toggle = (memberId: string) => {
    const next = new Set(left);
    if (!next.delete(memberId)) next.add(memberId);
    setLeft(next);
  };
  return (
    <Card label={t('payouts.owed')}>
      <CardHeader
        title={t('payouts.owed')}
        count={payables.length}
        ruled
        aside={
          chosen.length > 0 ? (
            <Button
              size="xs"
              variant={isPrimary ? 'filled' : 'default'}
              loading={isRunning}
              onClick={async () => {
                await prepare({ input: { memberIds: chosen.map(({ memberId }) => memberId) } });
                onChange();
              }}
            >
              {t('payouts.prepareCount', {
                count: chosen.length,
                amount: format.money(sumOf(chosen.map(({ total }) => total))),
              })}
            </Button>
          ) : null
        }
      />
      <CardBody>
        {payables.map((one) => (
          <div key={one.id} className={classes.row}>
            {one.viewerCanPrepare ? (
              <Checkbox
                aria-label={t('payouts.choose', { name: one.memberName })}
                checked={!left.has(one.memberId)}
                onChange={() => toggle(one.memberId)}
              />
            ) : null}
            <Avatar id={one.memberId} name={one.memberName} size={28} />
            <div className={classes.who}>
              {one.memberName} <small>{t(`payouts.employment.${one.employment}`)}</small>
              <Works works={one.works} />
            </div>
            <span className={classes.sum}>
              <MoneyText value={one.total} />
            </span>
          </div>
        ))}
      </CardBody>
    </Card>
  );
}
