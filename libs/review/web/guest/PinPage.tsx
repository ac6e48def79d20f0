import { GuestButton, GuestField, GuestHeading, GuestPage } from '@planerka/platform/web/guest';
import { useState, type FormEvent } from 'react';
import { useT } from './locales';
import classes from './PinPage.module.css';

export interface PinPageProps {
  agencyName: string;
  attemptsLeft: number | null;
  isBusy: boolean;
  problem: string | null;
  onPin: (pin: string) => void;
}

export function PinPage({ agencyName, attemptsLeft, isBusy, problem, onPin }: PinPageProps) {
  const t = useT();
  const [pin, setPin] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pin !== '') onPin(pin);
    setPin('');
  };
  const error = problem ?? (attemptsLeft === null ? undefined : t('pin.wrong', { count: attemptsLeft }));
  return (
    <GuestPage from={`«${agencyName}»`}>
      <GuestHeading title={t('pin.title')} lead={t('pin.text')} />
      <form onSubmit={submit}>
        <GuestField label={t('pin.label')} error={error}>
          <input
            value={pin}
            onChange={(event) => setPin(event.target.value.replaceAll(/\D/g, '').slice(0, 8))}
            inputMode="numeric"
            autoComplete="one-time-code"
            aria-invalid={error !== undefined}
          />
        </GuestField>
        <GuestButton type="submit" isPrimary isBusy={isBusy} className={classes.open}>
          {t('pin.open')}
        </GuestButton>
      </form>
    </GuestPage>
  );
}
