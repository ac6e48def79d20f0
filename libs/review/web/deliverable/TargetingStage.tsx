import {
  Cell,
  CheckMark,
  Column,
  EmptyState,
  Fact,
  Facts,
  safeHref,
  Table,
  TableRow,
  useFormat,
} from '@planerka/platform/web';
import { FileRow } from '../files/FileRow';
import { useT } from '../locales';
import classes from './TargetingStage.module.css';
import type { StageProps } from './VersionDesk';

/** The campaign as it stands set up in the advertising cabinet. */
export function TargetingStage({ version, content }: StageProps<'targeting'>) {
  const t = useT();
  const format = useFormat();
  const sum = (amount: string | null) =>
    amount === null ? '—' : format.money({ amount, currency: 'RUB' }, { withoutSign: true });
  const period = [content.startsOn, content.endsOn].filter((day) => day !== null);
  return (
    <div className={classes.stage}>
      <Facts look="grid">
        <Fact label={t('targeting.campaignName')}>
          <OutLink url={content.cabinetUrl} text={content.campaignName || t('targeting.cabinet')} />
        </Fact>
        <Fact label={t('targeting.period')}>
          {period.length === 2
            ? format.range(period[0] ?? '', period[1] ?? '')
            : period.map(format.day).join('') || '—'}
        </Fact>
        <Fact label={t('targeting.totalLimit')}>{sum(content.totalLimit)}</Fact>
        <Fact label={t('targeting.utmSample')} wide>
          {content.utmSample ? <OutLink url={content.utmSample} text={content.utmSample} /> : '—'}
        </Fact>
      </Facts>
      <p className={classes.check}>
        <CheckMark state={content.isTrackingChecked ? 'ok' : 'warn'} />
        {t(content.isTrackingChecked ? 'targeting.isTrackingChecked' : 'targeting.notChecked')}
      </p>
      {content.ads.length === 0 ? (
        <EmptyState title={t('targeting.noAds')} />
      ) : (
        <Table label={t('targeting.table')}>
          <thead>
            <tr>
              <Column>{t('targeting.name')}</Column>
              <Column>{t('targeting.segment')}</Column>
              <Column>{t('targeting.creative')}</Column>
              <Column numeric>{t('targeting.dailyLimit')}</Column>
              <Column>{t('targeting.erid')}</Column>
            </tr>
          </thead>
          <tbody>
            {content.ads.map((ad, index) => (
              <TableRow key={index}>
                <Cell strong>{ad.name}</Cell>
                <Cell>{ad.segment}</Cell>
                <Cell>{ad.creative}</Cell>
                <Cell numeric>{sum(ad.dailyLimit)}</Cell>
                <Cell>{ad.erid || '—'}</Cell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      {content.stopRules.length > 0 && (
        <div>
          <h3 className={classes.caption}>{t('targeting.stopRules')}</h3>
          <ul className={classes.rules}>
            {content.stopRules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </div>
      )}
      {content.notes && (
        <div>
          <h3 className={classes.caption}>{t('targeting.notes')}</h3>
          <p className={classes.notes}>{content.notes}</p>
        </div>
      )}
      {version.shownFiles.map((file) => (
        <FileRow key={file.id} file={file} />
      ))}
    </div>
  );
}

function OutLink({ url, text }: { url: string; text: string }) {
  const href = safeHref(url);
  if (!href) return <>{text}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={classes.link}>
      {text}
    </a>
  );
}
