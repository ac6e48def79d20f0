import { Button } from '@mantine/core';
import { usePlatformText } from '../locales/platform-text';
import { AppLink } from './AppLink';
import { EmptyState } from './EmptyState';
import classes from './EmptyState.module.css';
import { IconAlert, IconRefresh, IconSearch } from './icons';

export interface ErrorStateProps {
  /** What could not be shown; a general sentence when left out. */
  title?: string;
  /** urql's CombinedError, or any Error. */
  error?: unknown;
  onRetry?: () => void;
}

interface ErrorLike {
  networkError?: unknown;
  graphQLErrors?: readonly { extensions?: Record<string, unknown> }[];
}

export function errorIdOf(error: unknown): string | undefined {
  const id = (error as ErrorLike | undefined)?.graphQLErrors?.[0]?.extensions?.['errorId'];
  return typeof id === 'string' ? id : undefined;
}

export function ErrorState({ title, error, onRetry }: ErrorStateProps) {
  const t = usePlatformText();
  const id = errorIdOf(error);
  const isNetwork = Boolean((error as ErrorLike | undefined)?.networkError);
  return (
    <div role="alert">
      <EmptyState
        icon={<IconAlert />}
        title={title ?? t('failure.title')}
        action={
          onRetry && (
            <Button leftSection={<IconRefresh />} onClick={onRetry}>
              {t('actions.retry')}
            </Button>
          )
        }
      >
        {isNetwork ? t('network_state.failed') : t('failure.text')}
        {id && <span className={classes.quiet}> {t('failure.id', { id })}</span>}
      </EmptyState>
    </div>
  );
}

/** A wrong id and a foreign one look the same. */
export function NotFoundState() {
  const t = usePlatformText();
  return (
    <EmptyState
      icon={<IconSearch />}
      title={t('failure.notFound')}
      action={
        <Button component={AppLink} href="/">
          {t('failure.home')}
        </Button>
      }
    >
      {t('failure.notFoundText')}
    </EmptyState>
  );
}
