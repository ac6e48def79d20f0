import { GuestButton, GuestHeading, GuestPage, type GuestAnswer, type GuestClient } from '@planerka/platform/web/guest';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { GuestChangedSubscription } from './guest-changed';
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

/** Of a page to which nothing is told by itself. */
const seldom = 60_000;

export interface GuestDoorProps<Open extends Opened> {
  client: GuestClient;
  /** The same function each time. */
  ask: (client: GuestClient) => Promise<GuestAnswer<Open | Closed | PinWanted>>;
  isOpen: (look: Open | Closed | PinWanted) => look is Open;
  /** What the link opens. */
  children: (open: Open, show: (open: Open) => void, reload: () => Promise<void>) => ReactNode;
}

/** What the client's link opens, or a page that says why it opens nothing. */
export function GuestDoor<Open extends Opened>({ client, ask, isOpen, children }: GuestDoorProps<Open>) {
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

  const isShown = look !== null && isOpen(look);
  const [isLive, setLive] = useState(false);
  const lookAgain = useLookAgain(client, ask, take);
  useEffect(
    () => (isShown ? client.listen(GuestChangedSubscription, { onChange: lookAgain, onLive: setLive }) : undefined),
    [client, isShown, lookAgain],
  );
  // Whoever comes back to the tab sees what has happened meanwhile, and where nothing can be told, one asks now and then.
  useEffect(() => {
    document.addEventListener('visibilitychange', lookAgain);
    const timer = isLive ? undefined : setInterval(lookAgain, seldom);
    return () => {
      document.removeEventListener('visibilitychange', lookAgain);
      clearInterval(timer);
    };
  }, [isLive, lookAgain]);

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

/** Asks again, of a page that is looked at; however often it is called meanwhile, one asking follows the other. What cannot be asked now stays as it was. */
function useLookAgain<Look>(
  client: GuestClient,
  ask: (client: GuestClient) => Promise<GuestAnswer<Look>>,
  take: (answer: GuestAnswer<Look>) => void,
): () => void {
  const state = useRef<'idle' | 'asking' | 'again'>('idle');
  return useCallback(() => {
    const look = async () => {
      do {
        state.current = 'asking';
        const answer = await ask(client);
        if (answer.status === 'ok') take(answer);
      } while (isAgain(state.current));
      state.current = 'idle';
    };
    if (document.visibilityState !== 'visible') return;
    if (state.current === 'idle') void look();
    else state.current = 'again';
  }, [client, ask, take]);
}

const isAgain = (state: 'idle' | 'asking' | 'again'): boolean => state === 'again';
