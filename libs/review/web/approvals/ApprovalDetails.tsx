import { ActionIcon, Button, Menu, Modal, Stack, Textarea } from '@mantine/core';
import {
  AppLink,
  Avatar,
  Chip,
  Fact,
  Facts,
  IconDots,
  Notice,
  toast,
  useCommand,
  useConfirm,
  useFormat,
} from '@planerka/platform/web';
import { lazy, Suspense, useState } from 'react';
import {
  RenewApprovalLinkMutation,
  RevokeApprovalLinkMutation,
  WithdrawApprovalMutation,
  type Approval,
  type SentLink,
} from './approval-documents';
import classes from './ApprovalDetails.module.css';
import { agreedOf, isCode } from './approval-words';
import { LinkUses } from './LinkUses';
import { useT } from './locales';
import { PaidRoundNotice } from './PaidRoundNotice';

// Wanted once an address has been made anew.
const SentLinks = lazy(() => import('./SentLinks').then((file) => ({ default: file.SentLinks })));

/** One request: what is asked, who is asked, what they said and from where, and what became void. */
export function ApprovalDetails({ approval }: { approval: Approval }) {
  const t = useT();
  const format = useFormat();
  const { subjects, decisions, state, stateReason, message, changes, changeRequests, dueAt } = approval;
  const { silencePolicy, remindedAt } = approval;
  const why = isCode(stateReason) ? t(`reason.${stateReason}`) : stateReason;
  return (
    <div className={classes.details}>
      {state === 'VOIDED' && (
        <Notice tone="warn" title={t('details.voidedTitle')}>
          {why !== '' && `${why}. `}
          {t('details.voidedText')}
        </Notice>
      )}
      {state === 'WITHDRAWN' && why !== '' && <Notice title={t('details.withdrawnTitle')}>{why}</Notice>}
      {stateReason === 'silence' && (
        <Notice tone={state === 'APPROVED' ? 'info' : 'warn'} title={t('silence.title')}>
          {t(state === 'APPROVED' ? 'silence.approved' : 'silence.expired')}
        </Notice>
      )}
      {state === 'PENDING' && dueAt && (
        <Facts look="stacked">
          <Fact label={t('silence.due')}>
            {[format.dateTime(dueAt), t(`silence.${silencePolicy}`)].join(' · ')}
            {remindedAt && ` · ${t('silence.reminded', { at: format.relative(remindedAt) })}`}
          </Fact>
        </Facts>
      )}
      {changeRequests.map((request) => (
        <PaidRoundNotice key={request.id} request={request} />
      ))}
      <section>
        <h3>{t('details.works')}</h3>
        <ul className={classes.list}>
          {subjects.map(({ id, taskId, title, itemTitle, deliverableNumber, isCurrent }) => (
            <li key={id}>
              <AppLink href={`/tasks/${taskId}`} className={classes.link}>
                {itemTitle ?? title}
              </AppLink>
              <p className={classes.note}>
                {itemTitle && `${title} · `}
                {t('details.version', { number: deliverableNumber })}
                {!isCurrent && ` · ${t('details.outdated')}`}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <Approvers approval={approval} />
      {decisions.length > 0 && (
        <section>
          <h3>{t('details.decisions')}</h3>
          <ul className={classes.list}>
            {decisions.map(({ id, contactName, kind, comment, ipAddress, decidedAt, voidedAt, voidReason }) => (
              <li key={id} className={voidedAt ? classes.voided : undefined}>
                <p>
                  <b>{contactName}</b> {t(`details.${kind}`)} · {format.dateTime(decidedAt)}
                </p>
                {comment && <p className={classes.comment}>{comment}</p>}
                <p className={classes.note}>
                  {t('details.from', { ip: ipAddress })}
                  {voidReason &&
                    isCode(voidReason) &&
                    ` · ${t('details.voided', { reason: t(`reason.${voidReason}`).toLowerCase() })}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {decisions.length > 0 && (
        <p>
          <AppLink href={`/approvals/${approval.id}/certificate`} className={classes.link}>
            {t('certificate.open')}
          </AppLink>
        </p>
      )}
      {(message !== '' || changes.length > 0) && (
        <Facts look="stacked">
          {message !== '' && <Fact label={t('details.message')}>{message}</Fact>}
          {changes.length > 0 && <Fact label={t('details.changes')}>{changes.join('; ')}</Fact>}
        </Facts>
      )}
    </div>
  );
}

function Approvers({ approval }: { approval: Approval }) {
  const { id, links, state } = approval;
  const agreed = agreedOf(approval);
  const t = useT();
  const format = useFormat();
  const confirm = useConfirm();
  const [fresh, setFresh] = useState<readonly SentLink[]>([]);
  const [renew] = useCommand(RenewApprovalLinkMutation);
  const [revoke] = useCommand(RevokeApprovalLinkMutation);

  const makeNew = async (linkId: string) => {
    const outcome = await renew({ input: { linkId } });
    if (outcome.status === 'success') setFresh(outcome.result.links);
  };
  const takeBack = async (linkId: string, name: string, approves: boolean) => {
    const isSure = await confirm({
      title: t('details.revokeTitle'),
      text: t(approves ? 'details.revokeApproves' : 'details.revokeText', { name }),
      confirm: t('details.revoke'),
    });
    if (isSure && (await revoke({ input: { linkId } })).status === 'success') toast(t('details.revoked'));
  };
  return (
    <section>
      <h3>{t('details.people')}</h3>
      {agreed && (
        <p className={classes.note}>
          {t('details.all', {
            agreed: agreed.length,
            count: links.filter((link) => link.state !== 'REVOKED' || agreed.includes(link.contactName)).length,
          })}
        </p>
      )}
      <ul className={classes.list}>
        {links.map((link) => (
          <li key={link.id} className={classes.person}>
            <Avatar id={link.contactId} name={link.contactName} />
            <div>
              <p>
                {link.contactName} {link.isFinal && <Chip size="small">{t('details.final')}</Chip>}
              </p>
              <p className={classes.note}>
                {[
                  link.lastVisitAt
                    ? t('details.visits', { count: link.visits, at: format.relative(link.lastVisitAt) })
                    : t('details.notOpened'),
                  link.hasPin && t('details.pin'),
                  link.state === 'OPEN'
                    ? t('details.until', { at: format.day(link.expiresAt) })
                    : t(`details.link.${link.state}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <LinkUses approvalId={id} linkId={link.id} />
            </div>
            {state === 'PENDING' && (
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <ActionIcon variant="subtle" aria-label={t('details.linkFor', { name: link.contactName })}>
                    <IconDots />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => void makeNew(link.id)}>{t('details.renew')}</Menu.Item>
                  {link.state !== 'REVOKED' && (
                    <Menu.Item onClick={() => void takeBack(link.id, link.contactName, link.approvesIfRevoked)}>
                      {t('details.revoke')}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            )}
          </li>
        ))}
      </ul>
      <Modal
        opened={fresh.length > 0}
        onClose={() => setFresh([])}
        closeButtonProps={{ 'aria-label': t('actions.close') }}
        title={t('details.linkFor', { name: fresh[0]?.contactName })}
      >
        <Suspense fallback={null}>
          <SentLinks links={fresh} />
        </Suspense>
      </Modal>
    </section>
  );
}

/** Takes the question back from the client, with a word for them. */
export function WithdrawButton({ approval }: { approval: Approval }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [withdraw, isRunning] = useCommand(WithdrawApprovalMutation);
  if (!approval.availableActions.includes('WITHDRAW')) return null;
  const submit = async () => {
    const outcome = await withdraw({ input: { approvalId: approval.id, expectedVersion: approval.version, reason } });
    if (outcome.status !== 'success') return;
    setOpen(false);
    toast(t('details.withdrawn'));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('details.withdraw')}</Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('details.withdrawTitle')}
        closeButtonProps={{ 'aria-label': t('actions.close') }}
      >
        <Stack>
          <p>{t('details.withdrawText')}</p>
          <Textarea
            label={t('details.withdrawReason')}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
          />
          <Button variant="filled" loading={isRunning} onClick={() => void submit()}>
            {t('details.withdraw')}
          </Button>
          <Button variant="subtle" onClick={() => setOpen(false)}>
            {t('actions.cancel')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
