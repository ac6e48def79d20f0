import { AppLink, Card, CardBody, CardHeader } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './SettingsLinks.module.css';

const pages = [
  { key: 'journal', href: '/settings/journal', roles: ['OWNER', 'MANAGER'] },
  { key: 'preflight', href: '/settings/preflight', roles: ['OWNER', 'MANAGER', 'SPECIALIST'] },
  { key: 'webhooks', href: '/settings/webhooks', roles: ['OWNER'] },
  { key: 'calendars', href: '/account/calendars', roles: ['OWNER', 'MANAGER', 'SPECIALIST'] },
  { key: 'tokens', href: '/account/tokens', roles: ['OWNER', 'MANAGER', 'SPECIALIST'] },
] as const;

/** Settings with pages of their own. */
export function SettingsLinks({ role }: { role: string }) {
  const t = useT();
  return (
    <Card label={t('settings.more')}>
      <CardHeader title={t('settings.more')} ruled />
      <CardBody>
        <ul className={classes.list}>
          {pages
            .filter(({ roles }) => (roles as readonly string[]).includes(role))
            .map(({ key, href }) => (
              <li key={key}>
                <AppLink href={href}>{t(`settings.${key}`)}</AppLink>
                <p className={classes.hint}>{t(`settings.${key}Hint`)}</p>
              </li>
            ))}
        </ul>
      </CardBody>
    </Card>
  );
}
