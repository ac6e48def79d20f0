import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import {
  Chip,
  IconDots,
  Notice,
  Page,
  PageHeader,
  toast,
  useCommand,
  useConfirm,
  useFormat,
} from '@planerka/platform/web';
import { useState } from 'react';
import { DeliveryLog } from './DeliveryLog';
import { useT } from './locales';
import { SecretShown } from './SecretShown';
import {
  DeleteWebhookMutation,
  RotateWebhookSecretMutation,
  SetWebhookActiveMutation,
  TestWebhookMutation,
  type Hook,
} from './webhook-documents';
import { chosenWords, stateOf, stateTone } from './webhook-words';
import { WebhookDrawer } from './WebhookDrawer';
import classes from './Webhooks.module.css';

/** One webhook: how it is, what may be done with it, and what it was sent. */
export function WebhookView({ hook, onChanged, onGone }: { hook: Hook; onChanged: () => void; onGone: () => void }) {
  const t = useT();
  const format = useFormat();
  const confirm = useConfirm();
  const [isEdited, setEdited] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  const [test, isTesting] = useCommand(TestWebhookMutation);
  const [setActive, isSetting] = useCommand(SetWebhookActiveMutation);
  const [rotate] = useCommand(RotateWebhookSecretMutation);
  const [remove] = useCommand(DeleteWebhookMutation);
  const state = stateOf(hook);
  const isPaused = hook.pausedAt !== null;
  const changed = (text: string) => {
    toast(text);
    setSent((count) => count + 1);
    onChanged();
  };
  const sendTest = async () => {
    if ((await test({ webhookId: hook.id })).status === 'success') changed(t('tested'));
  };
  const toggle = async () => {
    const outcome = await setActive({ webhookId: hook.id, isActive: isPaused });
    if (outcome.status === 'success') changed(t(isPaused ? 'resumed' : 'pausedToast'));
  };
  const takeNewSecret = async () => {
    if (!(await confirm({ title: t('rotateTitle'), text: t('rotateText'), confirm: t('rotate') }))) return;
    const outcome = await rotate({ webhookId: hook.id });
    if (outcome.status !== 'success') return;
    setSecret(outcome.result.secret);
    onChanged();
  };
  const takeAway = async () => {
    const question = {
      title: t('deleteTitle', { name: hook.name }),
      text: t('deleteText'),
      confirm: t('delete'),
      isDangerous: true,
    };
    if (!(await confirm(question))) return;
    if ((await remove({ webhookId: hook.id })).status !== 'success') return;
    toast(t('deleted'));
    onGone();
  };
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t('settings'), href: '/settings' },
          { label: t('title'), href: '/settings/webhooks' },
          { label: hook.name },
        ]}
        title={hook.name}
        badge={<Chip tone={stateTone[state]}>{t(`state.${state}`)}</Chip>}
        sub={[
          <span key="url" className={classes.url}>
            {hook.url}
          </span>,
          t('eventCount', { count: hook.events.length }),
        ]}
        actions={
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label={t('more')}>
                  <IconDots />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setEdited(true)}>{t('edit')}</Menu.Item>
                <Menu.Item onClick={() => void takeNewSecret()}>{t('rotate')}</Menu.Item>
                <Menu.Item color="red" onClick={() => void takeAway()}>
                  {t('delete')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button variant={isPaused ? 'filled' : 'default'} loading={isSetting} onClick={() => void toggle()}>
              {t(isPaused ? 'resume' : 'pause')}
            </Button>
            <Button variant={isPaused ? 'default' : 'filled'} loading={isTesting} onClick={() => void sendTest()}>
              {t('test')}
            </Button>
          </>
        }
      />
      <div className={classes.page}>
        {hook.pausedBecause ? (
          <Notice tone={hook.pausedBecause === 'OWNER' ? 'info' : 'warn'}>{t(`because.${hook.pausedBecause}`)}</Notice>
        ) : hook.failingSince ? (
          <Notice tone="warn">{t('failingSince', { when: format.dateTime(hook.failingSince) })}</Notice>
        ) : null}
        {hook.previousSecretUntil ? (
          <Notice>{t('rotating', { when: format.dateTime(hook.previousSecretUntil) })}</Notice>
        ) : null}
        <p className={classes.beside}>{format.list(chosenWords(hook.events, t))}</p>
        <DeliveryLog webhookId={hook.id} isPaused={isPaused} sent={sent} onSent={onChanged} />
      </div>
      <WebhookDrawer hook={isEdited ? hook : undefined} onClose={() => setEdited(false)} onChanged={onChanged} />
      <Modal
        opened={secret !== null}
        onClose={() => setSecret(null)}
        closeButtonProps={{ 'aria-label': t('close') }}
        title={t('secretTitle')}
      >
        {secret === null ? null : <SecretShown secret={secret} onDone={() => setSecret(null)} />}
      </Modal>
    </Page>
  );
}
