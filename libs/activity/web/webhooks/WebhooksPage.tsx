import { Button } from '@mantine/core';
import { Card, EmptyState, IconSend, Page, PageHeader, QueryView, useSearchParam } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from './locales';
import { WebhooksPageQuery } from './webhook-documents';
import { WebhookDrawer } from './WebhookDrawer';
import { WebhookRow } from './WebhookRow';
import { WebhookView } from './WebhookView';
import classes from './Webhooks.module.css';

/** Where the agency's programs are told what happens in it; one of them, with its log, by `?hook=`. */
export function WebhooksPage() {
  const t = useT();
  const [opened, open] = useSearchParam('hook');
  const [isNew, setNew] = useState(false);
  const [result, refetch] = useQuery({ query: WebhooksPageQuery, requestPolicy: 'cache-and-network' });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const isOwner = result.data?.viewer?.role === 'OWNER';
  const hook = result.data?.webhooks.find(({ id }) => id === opened);
  if (hook) return <WebhookView key={hook.id} hook={hook} onChanged={reload} onGone={() => (open(null), reload())} />;
  const add = (
    <Button variant="filled" onClick={() => setNew(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('settings'), href: '/settings' }, { label: t('title') }]}
        title={t('title')}
        actions={isOwner && result.data?.webhooks.length ? add : null}
      />
      <QueryView result={result} onRetry={reload} select={(data) => data.webhooks}>
        {(hooks) =>
          !isOwner ? (
            <EmptyState title={t('notYoursTitle')} icon={<IconSend size={20} />}>
              {t('notYoursText')}
            </EmptyState>
          ) : hooks.length === 0 ? (
            <EmptyState title={t('emptyTitle')} icon={<IconSend size={20} />} action={add}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <div className={classes.page}>
              <p className={classes.lead}>{t('lead')}</p>
              <Card label={t('title')}>
                <ul className={classes.list}>
                  {hooks.map((each) => (
                    <WebhookRow key={each.id} hook={each} />
                  ))}
                </ul>
              </Card>
            </div>
          )
        }
      </QueryView>
      <WebhookDrawer hook={isNew ? null : undefined} onClose={() => setNew(false)} onChanged={reload} />
    </Page>
  );
}
