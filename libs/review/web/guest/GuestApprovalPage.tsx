import {
  createGuestClient,
  GuestButton,
  GuestHeading,
  GuestPage,
  TimeZoneContext,
  type GuestAnswer,
  type ResultOf,
} from '@planerka/platform/web/guest';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { DecisionPage } from './DecisionPage';
import { GuestApprovalQuery, type Approval, type Look } from './guest-documents';
import { GuestNotice } from './GuestNotice';
import { useT } from './locales';
import { PinPage } from './PinPage';
import { useTheirLanguage } from './use-their-language';

type Problem = Exclude<GuestAnswer<unknown>['status'], 'ok'>;

/** What the client's link opens: the post to decide on, or a page that says why there is nothing to decide. */
export function GuestApprovalPage({ token }: { token: string | undefined }) {
  const t = useT();
  const client = useMemo(() => createGuestClient(token ?? ''), [token]);
  const [look, setLook] = useState<Look | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  useTheirLanguage(look?.locale);

  const take = useCallback((answer: GuestAnswer<ResultOf<typeof GuestApprovalQuery>>) => {
    setProblem(answer.status === 'ok' ? null : answer.status);
    if (answer.status === 'ok') setLook(answer.data.guestApproval);
  }, []);
  const load = async () => {
    setBusy(true);
    take(await client.ask(GuestApprovalQuery, {}));
    setBusy(false);
  };

  useEffect(() => {
    let isGone = false;
    void client.ask(GuestApprovalQuery, {}).then((answer) => (isGone ? undefined : take(answer)));
    return () => {
      isGone = true;
    };
  }, [client, take]);

  // Whoever comes back to the tab sees what has happened meanwhile; what cannot be asked now stays as it was.
  useEffect(() => {
    const lookAgain = () => {
      if (document.visibilityState !== 'visible') return;
      void client.ask(GuestApprovalQuery, {}).then((answer) => answer.status === 'ok' && take(answer));
    };
    document.addEventListener('visibilitychange', lookAgain);
    return () => document.removeEventListener('visibilitychange', lookAgain);
  }, [client, take]);

  if (!look) {
    return (
      <GuestPage from={t('loading')}>
        {problem && (
          <>
            <GuestHeading title={t(problem)} />
            <GuestButton isPrimary isBusy={isBusy} onClick={() => void load()}>
              {t('retry')}
            </GuestButton>
          </>
        )}
      </GuestPage>
    );
  }
  switch (look.__typename) {
    case 'GuestLinkClosed': {
      const because = look.because.toLowerCase() as Lowercase<typeof look.because>;
      return (
        <GuestNotice
          icon={because === 'locked' ? 'locked' : 'closed'}
          agencyName={look.agencyName}
          title={t(`link.${because}Title`)}
          text={t(`link.${because}Text`)}
        />
      );
    }
    case 'GuestPinWanted':
      return (
        <PinPage
          agencyName={look.agencyName}
          attemptsLeft={look.attemptsLeft}
          isBusy={isBusy}
          problem={problem && t(problem)}
          onPin={(pin) => {
            client.setPin(pin);
            void load();
          }}
        />
      );
    case 'GuestApproval': {
      const show = (approval: Approval) => setLook({ __typename: 'GuestApproval', ...approval });
      return (
        <TimeZoneContext value={look.timeZone}>
          <DecisionPage approval={look} client={client} onChange={show} onReload={load} />
        </TimeZoneContext>
      );
    }
  }
}
