import { GuestButton, GuestHeading, GuestPage, type GuestAnswer, type GuestClient } from '@planerka/platform/web/guest';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { GuestNotice } from './GuestNotice';
import type { Look } from './guest-documents';
import { useT } from './locales';
import { PinPage } from './PinPage';
import { useTheirLanguage } from './use-their-language';

type Problem = Exclude<GuestAnswer<unknown>['status'], 'ok'>;
type Closed = Extract<Look, { __typename: 'GuestLinkClosed' }>;
type PinWanted = Extract<Look, { __typename: 'GuestPinWanted' }>;

interface Opened {
  readonly __typename: string;
  readonly locale: string;
}

export interface GuestDoorProps<Open extends Opened> {
  client: GuestClient;
  /** The same function each time. */
  ask: (client: GuestClient) => Promise<GuestAnswer<Open | Closed | PinWanted>>;
  isOpen: (look: Open | Closed | PinWanted) => look is Open;
  /** How often a page that lies open asks what has changed, in seconds; never where it is left out. */
  every?: number;
  /** What the link opens. */
  children: (open: Open, show: (open: Open) => void, reload: () => Promise<void>) => ReactNode;
}

/** What the client's link opens, or a page that says why it opens nothing. */
export function GuestDoor<Open extends Opened>({ client, ask, isOpen, every, children }: GuestDoorProps<Open>) {
  const t = useT();
  const [look, setLook] = useState<Open | Closed | PinWanted | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  useTheirLanguage(look?.locale);

  const take = useCallback((answer: GuestAnswer<Open | Closed | PinWanted>) => {
    setProblem(answer.status === 'ok' ? null : answer.status);
    if (answer.status === 'ok') setLook(answer.data);
  }, []);
  const load = async () => {
    setBusy(true);
    take(await ask(client));
    setBusy(false);
  };

  useEffect(() => {
    let isGone = false;
    void ask(client).then((answer) => (isGone ? undefined : take(answer)));
    return () => {
      isGone = true;
    };
  }, [client, ask, take]);

  // Whoever comes back to the tab sees what has happened meanwhile; what cannot be asked now stays as it was.
  useEffect(() => {
    const lookAgain = () => {
      if (document.visibilityState !== 'visible') return;
      void ask(client).then((answer) => answer.status === 'ok' && take(answer));
    };
    document.addEventListener('visibilitychange', lookAgain);
    const timer = every === undefined ? undefined : setInterval(lookAgain, every * 1_000);
    return () => {
      document.removeEventListener('visibilitychange', lookAgain);
      clearInterval(timer);
    };
  }, [client, ask, take, every]);

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
  if (isOpen(look)) return children(look, setLook, load);
  if ('because' in look) {
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
}
