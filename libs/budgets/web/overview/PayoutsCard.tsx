import { Button, Checkbox } from '@mantine/core';
import {
  Avatar,
  Card,
  CardBody,
  CardHeader,
  MoneyText,
  Row,
  Spacer,
  Stack,
  useCommand,
  useFormat,
} from '@planerka/platform/web';
import { useState } from 'react';
import { sumOf } from '../budget/sum-of';
import { ApprovePayoutsMutation, type Payout } from '../documents';
import { useT } from '../locales';
import classes from './Overview.module.css';

export function PayoutsCard({ payouts, onReload }: { payouts: readonly Payout[]; onReload: () => void }) {
  const t = useT();
  const format = useFormat();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [approve, isRunning] = useCommand(ApprovePayoutsMutation, { onReload });
  const chosen = payouts.filter(({ id }) => !left.has(id));
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <Card label={t('overview.payouts')}>
      <CardHeader title={t('overview.payouts')} count={payouts.length || undefined} />
      <CardBody>
        {payouts.length === 0 ? (
          t('overview.noPayouts')
        ) : (
          <Stack>
            {payouts.map((payout) => (
              <Row key={payout.id}>
                <Checkbox
                  aria-label={t('payouts.choose', { name: payout.memberName })}
                  checked={!left.has(payout.id)}
                  onChange={() => toggle(payout.id)}
                />
                <Avatar id={payout.memberId} name={payout.memberName} size={28} />
                <span>
                  {payout.memberName}
                  <br />
                  <small className={classes.quiet}>
                    {[
                      t('payouts.works', { count: payout.works.length }),
                      t(`payouts.employment.${payout.employment}`),
                    ].join(', ')}
                  </small>
                </span>
                <Spacer />
                <strong>
                  <MoneyText value={payout.total} />
                </strong>
              </Row>
            ))}
            <Button
              variant="filled"
              disabled={chosen.length === 0}
              loading={isRunning}
              onClick={async () => {
                const versions = chosen.map(({ id, version }) => ({ payoutId: id, expectedVersion: version }));
                await approve({ input: { payouts: versions } });
                onReload();
              }}
            >
              {t('payouts.approveAll', {
                count: chosen.length,
                amount: format.money(sumOf(chosen.map(({ total }) => total))),
              })}
            </Button>
          </Stack>
        )}
      </CardBody>
    </Card>
  );
}
