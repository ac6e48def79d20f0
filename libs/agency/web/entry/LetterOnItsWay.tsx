import { AppLink, Notice } from '@planerka/platform/web';
import { useT } from '../locales';
import { EntryCard } from './EntryCard';

/** The same whether there was an account or not: the letter alone says which. */
export function LetterOnItsWay({ email }: { email: string }) {
  const t = useT();
  return (
    <EntryCard title={t('letter.title')} foot={<AppLink href="/sign-in">{t('reset.back')}</AppLink>}>
      <Notice title={t('letter.sent', { email })}>{t('letter.text')}</Notice>
      <p>{t('letter.notFound')}</p>
    </EntryCard>
  );
}
