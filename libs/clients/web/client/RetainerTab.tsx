import { Button } from '@mantine/core';
import {
  Card,
  CardBody,
  CardHeader,
  Chip,
  EmptyState,
  Fact,
  Facts,
  type FragmentOf,
  graphql,
  IconPlus,
  MoneyText,
  Notice,
  readFragment,
  Row,
  Stack,
  useCommand,
  useConfirm,
  useFormat,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { RetainerDrawer } from './RetainerDrawer';
import { Retainer, type RetainerTerms } from './retainer-terms';
import { ServiceCatalogue } from './ServiceCatalogue';

export const RetainerTab_client = graphql(
  `
    fragment RetainerTab_client on Client {
      id
      currency
      nextSteps
      includedWork {
        items
        rounds
      }
      retainers {
        ...Retainer_retainer
      }
    }
  `,
  [Retainer],
);

const RemoveRetainerMutation = graphql(
  `
    mutation RemoveRetainer($input: RemoveRetainerInput!) {
      removeRetainer(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...RetainerTab_client
          }
        }
      }
    }
  `,
  [RetainerTab_client],
);

/** Only the owner opens it: what the client pays, from when, and what that includes. */
export function RetainerTab({ client: ref }: { client: FragmentOf<typeof RetainerTab_client> }) {
  const client = readFragment(RetainerTab_client, ref);
  const t = useT();
  const format = useFormat();
  const confirm = useConfirm();
  const [edited, edit] = useState<RetainerTerms | 'new' | null>(null);
  const [remove] = useCommand(RemoveRetainerMutation);
  const retainers = client.retainers ?? [];
  const currentFrom = retainers.find(({ isCurrent }) => isCurrent)?.validFrom ?? '';
  const ask = async ({ id }: RetainerTerms) => {
    const isSure = await confirm({
      title: t('retainer.remove'),
      text: t('retainer.removeText'),
      confirm: t('retainer.remove'),
      isDangerous: true,
    });
    if (isSure) await remove({ input: { retainerId: id } });
  };
  const set = (
    <Button size="xs" leftSection={<IconPlus />} onClick={() => edit('new')}>
      {retainers.length === 0 ? t('retainer.set') : t('retainer.change')}
    </Button>
  );
  return (
    <Stack>
      <Notice>{t('retainer.onlyYou')}</Notice>
      {retainers.length === 0 ? (
        <Card label={t('retainer.title')}>
          <EmptyState title={t('retainer.empty')} action={set}>
            {t('retainer.emptyText')}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Row>{set}</Row>
          {retainers.map((terms) => (
            <Card key={terms.id} label={t('retainer.from', { month: format.month(terms.validFrom) })}>
              <CardHeader
                title={t('retainer.from', { month: format.month(terms.validFrom) })}
                aside={
                  <>
                    <Chip tone={terms.isCurrent ? 'done' : 'line'}>
                      {terms.isCurrent
                        ? t('retainer.current')
                        : terms.validFrom > currentFrom
                          ? t('retainer.future')
                          : t('retainer.past')}
                    </Chip>
                  </>
                }
              />
              <CardBody>
                <Facts look="grid">
                  <Fact label={t('retainer.fee')}>
                    <MoneyText value={terms.fee} weight="semi" />
                  </Fact>
                  <Fact label={t('overview.included')}>
                    {t('overview.includedItems', { count: terms.includedItems })},{' '}
                    {t('overview.includedRounds', { count: terms.includedRounds })}
                  </Fact>
                  <Fact label={t('retainer.extraRound')}>
                    <MoneyText value={terms.extraRound} />
                  </Fact>
                  {terms.services.map(({ serviceId, name, quantity, price }) => (
                    <Fact key={serviceId} label={name}>
                      {quantity} × <MoneyText value={price} />
                    </Fact>
                  ))}
                </Facts>
                <Row gap="tight">
                  <Button size="xs" variant="subtle" onClick={() => edit(terms)}>
                    {t('retainer.edit')}
                  </Button>
                  <Button size="xs" variant="subtle" onClick={() => void ask(terms)}>
                    {t('retainer.remove')}
                  </Button>
                </Row>
              </CardBody>
            </Card>
          ))}
        </>
      )}
      <ServiceCatalogue />
      <RetainerDrawer
        clientId={client.id}
        currency={client.currency}
        terms={edited === 'new' ? (retainers[0] ?? null) : edited}
        isNew={edited === 'new'}
        isOpen={edited !== null}
        onClose={() => edit(null)}
      />
    </Stack>
  );
}
